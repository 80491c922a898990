create table probe (n int primary key, seen text);
grant select, insert on probe to ${application};
