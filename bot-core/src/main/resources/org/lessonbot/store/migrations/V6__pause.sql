-- While a lesson is paused its clock stands: by how long, the step is then counted as begun later.
alter table lesson add column paused_at timestamptz;
