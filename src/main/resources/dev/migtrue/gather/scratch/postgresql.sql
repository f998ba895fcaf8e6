-- All that a database of PostgreSQL holds, apart from rows: what it is, its name, what makes it what it is. Names stand for numbers, which
-- change whenever a thing is made anew.
with
space as (
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
),
rel as (
  select c.*, s.nspname, format('%I.%I', s.nspname, c.relname) as name
  from pg_class c join space s on s.oid = c.relnamespace
),
fact (what, name, definition) as (
  select 'schema', n.nspname, concat_ws('|', pg_get_userbyid(n.nspowner), n.nspacl::text)
  from pg_namespace n join space s using (oid)
  union all
  select case relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view' when 'm' then 'materialized view'
           when 'S' then 'sequence' when 'f' then 'foreign table' when 'c' then 'composite type' end,
         name,
         concat_ws('|', relpersistence, reloptions::text, relrowsecurity, relforcerowsecurity, relreplident, pg_get_userbyid(relowner),
           array(select a::text from unnest(relacl) a order by 1)::text,
           (select amname from pg_am where oid = relam), (select spcname from pg_tablespace where oid = reltablespace),
           case when relkind = 'p' then pg_get_partkeydef(oid) end, pg_get_expr(relpartbound, oid),
           case when reloftype <> 0 then reloftype::regtype end,
           case when relkind in ('v', 'm') then pg_get_viewdef(oid) end, relkind = 'm' and not relispopulated,
           array(select i.inhparent::regclass::text || i.inhdetachpending from pg_inherits i where i.inhrelid = rel.oid
                 order by i.inhseqno)::text,
           (select concat_ws('|', srvname, ftoptions) from pg_foreign_table join pg_foreign_server f on f.oid = ftserver where ftrelid = rel.oid))
  from rel where relkind not in ('i', 'I')
  union all
  select 'column', format('%s.%I', r.name, a.attname),
         concat_ws('|', row_number() over (partition by a.attrelid order by a.attnum), format_type(a.atttypid, a.atttypmod), a.attnotnull,
           pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, a.attstattarget, a.attstorage,
           to_jsonb(a) ->> 'attcompression', a.attoptions::text, a.attfdwoptions::text, a.attacl::text, a.attislocal, a.attinhcount,
           nullif(a.attcollation, 0)::regcollation)
  from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where r.relkind not in ('i', 'I')
  union all
  select 'index', r.name,
         concat_ws('|', pg_get_indexdef(r.oid), i.indrelid::regclass, i.indisvalid, i.indisready, i.indisclustered, i.indisreplident,
           i.indisprimary, r.reloptions::text, (select spcname from pg_tablespace where oid = r.reltablespace),
           (select inhparent::regclass from pg_inherits where inhrelid = r.oid),
           array(select concat_ws(' ', attnum, attstattarget) from pg_attribute where attrelid = r.oid and attstattarget <> -1 order by 1)::text)
  from rel r join pg_index i on i.indexrelid = r.oid
  union all
  select 'constraint', concat_ws('.', nullif(c.conrelid, 0)::regclass, nullif(c.contypid, 0)::regtype, quote_ident(c.conname)),
         concat_ws('|', pg_get_constraintdef(c.oid), c.convalidated, c.condeferrable, c.condeferred, c.conislocal, c.coninhcount,
           c.connoinherit, to_jsonb(c) ->> 'conenforced', nullif(c.conindid, 0)::regclass)
  from pg_constraint c join space s on s.oid = c.connamespace
  union all
  select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
         format('%s(%s)', format('%I.%I', s.nspname, p.proname), pg_get_function_identity_arguments(p.oid)),
         concat_ws('|', pg_get_userbyid(proowner), p.proacl::text,
           case when prokind = 'a' then
             (select (to_jsonb(a) - 'aggfnoid' - 'aggtranstype' - 'aggmtranstype')::text || a.aggtranstype::regtype from pg_aggregate a
              where a.aggfnoid = p.oid)
           else pg_get_functiondef(p.oid) end)
  from pg_proc p join space s on s.oid = p.pronamespace
  union all
  select 'trigger', format('%s.%I', r.name, t.tgname), concat_ws('|', pg_get_triggerdef(t.oid), t.tgenabled)
  from pg_trigger t join rel r on r.oid = t.tgrelid where not t.tgisinternal
  union all
  select 'foreign key trigger', format('%s.%s.%s', r.name, c.conname, t.tgtype), string_agg(t.tgenabled::text, ',' order by t.tgfoid::regproc::text)
  from pg_trigger t join rel r on r.oid = t.tgrelid join pg_constraint c on c.oid = t.tgconstraint where t.tgisinternal
  group by r.name, c.conname, t.tgtype
  union all
  select 'rule', format('%s.%I', r.name, w.rulename), concat_ws('|', pg_get_ruledef(w.oid), w.ev_enabled)
  from pg_rewrite w join rel r on r.oid = w.ev_class where w.rulename <> '_RETURN'
  union all
  select 'policy', format('%I.%I.%I', schemaname, tablename, policyname), concat_ws('|', permissive, roles::text, cmd, qual, with_check)
  from pg_policies
  union all
  select 'type', format('%I.%I', s.nspname, t.typname),
         concat_ws('|', t.typtype, pg_get_userbyid(t.typowner), t.typacl::text, t.typnotnull, t.typdefault,
           case when t.typbasetype <> 0 then format_type(t.typbasetype, t.typtypmod) end, nullif(t.typcollation, 0)::regcollation,
           t.typinput, t.typoutput, t.typstorage, t.typisdefined,
           (select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum where enumtypid = t.oid),
           (select concat_ws('|', rngsubtype::regtype, nullif(rngcollation, 0)::regcollation, rngcanonical, rngsubdiff,
              (select opcname from pg_opclass o where o.oid = rngsubopc)) from pg_range where rngtypid = t.oid))
  from pg_type t join space s on s.oid = t.typnamespace
  where t.typtype <> 'c' and t.typcategory <> 'A'
  union all
  select 'operator', o.oid::regoperator::text,
         concat_ws('|', pg_get_userbyid(oprowner), oprcanmerge, oprcanhash, oprresult::regtype, oprcode, oprrest, oprjoin,
           nullif(oprcom, 0)::regoperator, nullif(oprnegate, 0)::regoperator)
  from pg_operator o join space s on s.oid = o.oprnamespace
  union all
  select 'operator class', format('%I.%I', s.nspname, o.opcname),
         concat_ws('|', (select amname from pg_am where oid = o.opcmethod), o.opcintype::regtype, o.opcdefault, o.opckeytype::regtype,
           (select opfname from pg_opfamily f where f.oid = o.opcfamily))
  from pg_opclass o join space s on s.oid = o.opcnamespace
  union all
  select 'operator family', format('%I.%I %s', s.nspname, f.opfname, (select amname from pg_am where oid = f.opfmethod)),
         concat_ws('|',
           (select string_agg(concat_ws(' ', amopstrategy, amopopr::regoperator), ',' order by 1) from (
              select amopstrategy, amopopr from pg_amop where amopfamily = f.oid order by 1, amopopr::regoperator::text) m),
           (select string_agg(concat_ws(' ', amprocnum, amproc::regprocedure), ',') from (
              select amprocnum, amproc from pg_amproc where amprocfamily = f.oid order by 1, amproc::text) m))
  from pg_opfamily f join space s on s.oid = f.opfnamespace
  union all
  select 'cast', format('%s as %s', castsource::regtype, casttarget::regtype), concat_ws('|', nullif(castfunc, 0)::regprocedure, castcontext, castmethod)
  from pg_cast where oid >= 16384
  union all
  select 'conversion', format('%I.%I', s.nspname, c.conname), concat_ws('|', conforencoding, contoencoding, conproc, condefault)
  from pg_conversion c join space s on s.oid = c.connamespace
  union all
  select 'collation', format('%I.%I', s.nspname, c.collname),
         (to_jsonb(c) - 'oid' - 'collname' - 'collnamespace' - 'collowner')::text || pg_get_userbyid(c.collowner)
  from pg_collation c join space s on s.oid = c.collnamespace
  union all
  select 'text search configuration', format('%I.%I', s.nspname, c.cfgname),
         (select string_agg(concat_ws(' ', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ',' order by m.maptokentype, m.mapseqno)
          from pg_ts_config_map m where m.mapcfg = c.oid)
  from pg_ts_config c join space s on s.oid = c.cfgnamespace
  union all
  select 'text search dictionary', format('%I.%I', s.nspname, d.dictname),
         concat_ws('|', d.dictinitoption, (select tmplname from pg_ts_template where oid = d.dicttemplate))
  from pg_ts_dict d join space s on s.oid = d.dictnamespace
  union all
  select 'text search parser', format('%I.%I', s.nspname, p.prsname), '' from pg_ts_parser p join space s on s.oid = p.prsnamespace
  union all
  select 'text search template', format('%I.%I', s.nspname, t.tmplname), '' from pg_ts_template t join space s on s.oid = t.tmplnamespace
  union all
  select 'statistics', format('%I.%I', s.nspname, t.stxname), concat_ws('|', pg_get_statisticsobjdef(t.oid), t.stxstattarget)
  from pg_statistic_ext t join space s on s.oid = t.stxnamespace
  union all
  select 'extension', extname, concat_ws('|', extversion, extnamespace::regnamespace) from pg_extension
  union all
  select 'language', lanname, concat_ws('|', pg_get_userbyid(lanowner), lanacl::text, lanpltrusted) from pg_language
  union all
  select 'access method', amname, concat_ws('|', amtype, amhandler) from pg_am
  union all
  select 'foreign data wrapper', fdwname, concat_ws('|', fdwoptions::text, fdwacl::text, nullif(fdwhandler, 0)::regproc) from pg_foreign_data_wrapper
  union all
  select 'server', srvname, concat_ws('|', srvoptions::text, srvversion, srvtype, srvacl::text, pg_get_userbyid(srvowner)) from pg_foreign_server
  union all
  select 'user mapping', srvname || '.' || usename, umoptions::text from pg_user_mappings
  union all
  select 'event trigger', evtname, concat_ws('|', evtevent, evtfoid::regproc, evtenabled, evttags::text) from pg_event_trigger
  union all
  select 'publication', p.pubname,
         concat_ws('|', (to_jsonb(p) - 'oid' - 'pubname' - 'pubowner')::text, pg_get_userbyid(p.pubowner),
           (select string_agg(concat_ws(' ', r.prrelid::regclass, to_jsonb(r) ->> 'prattrs', pg_get_expr((to_jsonb(r) ->> 'prqual')::pg_node_tree, r.prrelid)), ','
              order by r.prrelid::regclass::text)
            from pg_publication_rel r where r.prpubid = p.oid))
  from pg_publication p
  union all
  select 'subscription', subname, concat_ws('|', subenabled, subconninfo, subslotname, subpublications::text) from pg_subscription
  union all
  select 'role', r.rolname,
         concat_ws('|', (to_jsonb(r) - 'oid' - 'rolname')::text,
           (select string_agg(concat_ws(' ', m.roleid::regrole, m.admin_option), ',' order by m.roleid::regrole::text)
            from pg_auth_members m where m.member = r.oid))
  from pg_authid r where r.rolname !~ '^pg_'
  union all
  select 'setting', concat_ws(' in ', nullif(setrole, 0)::regrole, (select datname from pg_database d where d.oid = setdatabase)), setconfig::text
  from pg_db_role_setting
  union all
  select 'setting', name, setting from pg_file_settings where sourcefile ~ 'auto.conf$'
  union all
  select 'database', datname, concat_ws('|', pg_get_userbyid(datdba), datacl::text, datconnlimit, datallowconn, datistemplate) from pg_database
  union all
  select 'tablespace', spcname, concat_ws('|', spcacl::text, spcoptions::text) from pg_tablespace
  union all
  select 'default privileges', concat_ws(' ', pg_get_userbyid(defaclrole), nullif(defaclnamespace, 0)::regnamespace, defaclobjtype), defaclacl::text
  from pg_default_acl
  union all
  select 'comment', (pg_identify_object(classoid, objoid, objsubid)).type || ' ' || (pg_identify_object(classoid, objoid, objsubid)).identity, description
  from pg_description where objoid >= 16384 or classoid = 'pg_namespace'::regclass
  union all
  select 'comment', pg_describe_object(classoid, objoid, 0), description from pg_shdescription
  union all
  select 'security label', pg_describe_object(classoid, objoid, objsubid), label from pg_seclabel
  union all
  select 'large object', loid::text, pg_get_userbyid(lomowner) from (select oid as loid, lomowner from pg_largeobject_metadata) l
  union all
  select 'sequence settings', format('%I.%I', schemaname, sequencename),
         concat_ws('|', data_type, start_value, min_value, max_value, increment_by, cycle, cache_size)
  from pg_sequences
  union all
  select 'sequence owner', r.name, d.refobjid::regclass || '.' || (select attname from pg_attribute where attrelid = d.refobjid and attnum = d.refobjsubid)
  from rel r join pg_depend d on d.objid = r.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refobjsubid > 0
  where r.relkind = 'S'
  union all
  select 'counter', format('%I.%I', schemaname, sequencename), coalesce(last_value::text, 'unused') from pg_sequences
)
select what, name, coalesce(definition, '') from fact
