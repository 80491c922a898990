create table more (n int generated always as identity primary key);
grant select, insert on more to ${application};
