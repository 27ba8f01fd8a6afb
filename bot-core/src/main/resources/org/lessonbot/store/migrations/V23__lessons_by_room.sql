-- The lessons of a room are looked for at every command, those that are over among them.
create index lesson_room on lesson (platform, room, id);
