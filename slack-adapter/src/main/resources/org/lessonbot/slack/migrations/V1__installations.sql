-- Which workspaces have installed the app. The token is encrypted; nothing else here is secret.
create table slack_installation (
    team         text primary key,
    app          text        not null,
    bot          text        not null,
    bot_user     text        not null,
    scopes       text        not null,
    token        bytea       not null,
    installed_at timestamptz not null default now()
);
