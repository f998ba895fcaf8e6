do $$
declare
  part record;
begin
  for part in select oid::regclass as name, pg_get_viewdef(oid) as text from pg_class
              where relkind = 'v' and relnamespace = 'public'::regnamespace and reloptions is null loop
    execute format('create or replace view %s as %s', part.name, part.text);
  end loop;
  for part in select conrelid::regclass as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as text
              from pg_constraint k where contype in ('c', 'f', 'x') and conrelid <> 0 and conparentid = 0 and conislocal
                and not exists (select from pg_description where objoid = k.oid) loop
    execute format('alter table %s drop constraint %s', part.owner, part.name);
    execute format('alter table %s add constraint %s %s', part.owner, part.name, part.text);
  end loop;
  for part in select contypid::regtype as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as text
              from pg_constraint where contypid <> 0 and contype = 'c' loop
    execute format('alter domain %s drop constraint %s', part.owner, part.name);
    execute format('alter domain %s add constraint %s %s', part.owner, part.name, part.text);
  end loop;
  for part in select adrelid::regclass as owner, quote_ident(attname) as name, pg_get_expr(adbin, adrelid) as text
              from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum and attgenerated = '' loop
    execute format('alter table %s alter %s set default %s', part.owner, part.name, part.text);
  end loop;
  for part in select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as text from pg_index i
              where indrelid = 'people'::regclass and not exists (select from pg_constraint where conindid = indexrelid)
                and not exists (select from pg_description where objoid = indexrelid) loop
    execute format('drop index %s', part.name);
    execute part.text;
  end loop;
end $$;
