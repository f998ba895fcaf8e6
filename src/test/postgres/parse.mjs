// What PostgreSQL's own parser says of statements. Reads one JSON string a line, writes for each how many statements it is (-1 where it is
// none), and of one: verb, kind, name and flags, with tabs between them.
import { readFileSync, writeFileSync } from 'node:fs';
import * as parser from 'libpg-query';

await parser.loadModule();

const text = (node) =>
  node.String?.sval ?? (node.List && list(node.List.items)) ?? (node.TypeName && type(node.TypeName)) ??
  (node.ObjectWithArgs && list(node.ObjectWithArgs.objname)) ?? (node.RoleSpec && role(node.RoleSpec)) ?? '';
const list = (nodes) => (nodes ?? []).map(text).join('.');
const type = (name) => (name?.names ?? []).map(text).filter((part) => part !== 'pg_catalog').join('.');
const role = (spec) => spec.rolename ?? spec.roletype.replace('ROLESPEC_', '').toLowerCase();
const relation = (range) => [range?.catalogname, range?.schemaname, range?.relname].filter(Boolean).join('.');

const KINDS = {
  tsconfiguration: 'text search configuration', tsdictionary: 'text search dictionary', tsparser: 'text search parser',
  tstemplate: 'text search template', matview: 'materialized view', fdw: 'foreign data wrapper', 'foreign server': 'server',
  opclass: 'operator class', opfamily: 'operator family', 'statistic ext': 'statistics', largeobject: 'large object',
  tabconstraint: 'constraint', domconstraint: 'constraint',
};
const kind = (type) => {
  const words = (type ?? '').replace('OBJECT_', '').replaceAll('_', ' ').toLowerCase();
  return KINDS[words] ?? words;
};
/** The parser has the name of a table before that of a trigger, and that of an access method before that of an operator class. */
const named = (what, node) => {
  const parts = (node.List?.items ?? []).map(text);
  if (['trigger', 'policy', 'rule', 'constraint'].includes(what) && parts.length) return parts.at(-1);
  if (['operator class', 'operator family'].includes(what) && parts.length) return parts.slice(1).join('.');
  return what === 'transform' && parts.length ? parts[0] : text(node);
};

const flags = (node) => [
  node.if_not_exists && 'if_not_exists', node.missing_ok && 'if_exists', node.replace && 'or_replace',
  (node.concurrent ?? node.concurrently) && 'concurrently', node.unique && 'unique', node.behavior === 'DROP_CASCADE' && 'cascade',
].filter(Boolean).sort().join(',');

const create = (what, name) => (node) => ['create', what, name(node), flags(node)];
const alter = (what, name) => (node) => ['alter', what, name(node), node.missing_ok ? 'if_exists' : ''];
const drop = (what, name) => (node) => ['drop', what, name(node), flags(node)];

const FACTS = {
  CreateStmt: create('table', (n) => relation(n.relation)),
  CreateForeignTableStmt: (n) => ['create', 'foreign table', relation(n.base.relation), flags(n.base)],
  IndexStmt: create('index', (n) => n.idxname ?? ''),
  ViewStmt: create('view', (n) => relation(n.view)),
  CreateTableAsStmt: (n) => n.is_select_into ? ['select', '', '', ''] : ['create', kind(n.objtype), relation(n.into.rel), flags(n)],
  CreateSeqStmt: create('sequence', (n) => relation(n.sequence)),
  CreateEnumStmt: create('type', (n) => list(n.typeName)),
  CreateRangeStmt: create('type', (n) => list(n.typeName)),
  CompositeTypeStmt: create('type', (n) => relation(n.typevar)),
  DefineStmt: (n) => ['create', kind(n.kind), list(n.defnames), flags(n)],
  CreateDomainStmt: create('domain', (n) => list(n.domainname)),
  CreateSchemaStmt: create('schema', (n) => n.schemaname ?? role(n.authrole)),
  CreateExtensionStmt: create('extension', (n) => n.extname),
  CreateFunctionStmt: (n) => ['create', n.is_procedure ? 'procedure' : 'function', list(n.funcname), flags(n)],
  CreateTrigStmt: create('trigger', (n) => n.trigname),
  CreateEventTrigStmt: create('event trigger', (n) => n.trigname),
  CreatePolicyStmt: create('policy', (n) => n.policy_name),
  RuleStmt: create('rule', (n) => n.rulename),
  CreateRoleStmt: (n) => ['create', n.stmt_type.replace('ROLESTMT_', '').toLowerCase(), n.role, ''],
  CreatedbStmt: create('database', (n) => n.dbname),
  CreateTableSpaceStmt: create('tablespace', (n) => n.tablespacename),
  CreatePublicationStmt: create('publication', (n) => n.pubname),
  CreateSubscriptionStmt: create('subscription', (n) => n.subname),
  CreateForeignServerStmt: create('server', (n) => n.servername),
  CreateFdwStmt: create('foreign data wrapper', (n) => n.fdwname),
  CreateUserMappingStmt: create('user mapping', (n) => role(n.user)),
  CreateStatsStmt: create('statistics', (n) => list(n.defnames)),
  CreateCastStmt: create('cast', () => '*'),
  CreateOpClassStmt: create('operator class', (n) => list(n.opclassname)),
  CreateOpFamilyStmt: create('operator family', (n) => list(n.opfamilyname)),
  CreateConversionStmt: create('conversion', (n) => list(n.conversion_name)),
  CreateAmStmt: create('access method', (n) => n.amname),
  CreatePLangStmt: create('language', (n) => n.plname),
  CreateTransformStmt: create('transform', (n) => type(n.type_name)),
  AlterTableStmt: (n) => ['alter', kind(n.objtype), relation(n.relation), flags(n)],
  RenameStmt: (n) => {
    const what = kind(n.renameType);
    const missing = n.missing_ok ? 'if_exists' : '';
    if (n.renameType === 'OBJECT_COLUMN' || n.renameType === 'OBJECT_ATTRIBUTE') {
      return ['alter', kind(n.relationType), relation(n.relation), missing];
    }
    if (n.renameType === 'OBJECT_TABCONSTRAINT') return ['alter', 'table', relation(n.relation), missing];
    if (n.renameType === 'OBJECT_DOMCONSTRAINT') return ['alter', 'domain', text(n.object), missing];
    if (['trigger', 'policy', 'rule'].includes(what)) return ['alter', what, n.subname, missing];
    return ['alter', what, n.relation ? relation(n.relation) : n.object ? named(what, n.object) : n.subname, missing];
  },
  AlterObjectSchemaStmt: (n) =>
    ['alter', kind(n.objectType), n.relation ? relation(n.relation) : named(kind(n.objectType), n.object), n.missing_ok ? 'if_exists' : ''],
  AlterObjectDependsStmt: (n) =>
    ['alter', kind(n.objectType), n.relation && n.objectType !== 'OBJECT_TRIGGER' ? relation(n.relation) : named(kind(n.objectType), n.object), ''],
  AlterOwnerStmt: (n) => ['alter', kind(n.objectType), n.relation ? relation(n.relation) : named(kind(n.objectType), n.object), ''],
  AlterSeqStmt: alter('sequence', (n) => relation(n.sequence)),
  AlterEnumStmt: (n) => ['alter', 'type', list(n.typeName), ''],
  AlterDomainStmt: (n) => ['alter', 'domain', list(n.typeName), ''],
  AlterTypeStmt: (n) => ['alter', 'type', list(n.typeName), ''],
  AlterFunctionStmt: (n) => ['alter', kind(n.objtype), list(n.func.objname), ''],
  AlterRoleStmt: (n) => ['alter', 'role', role(n.role), ''],
  AlterRoleSetStmt: (n) => ['alter', 'role', n.role ? role(n.role) : 'all', ''],
  AlterDatabaseStmt: (n) => ['alter', 'database', n.dbname, ''],
  AlterDatabaseSetStmt: (n) => ['alter', 'database', n.dbname, ''],
  AlterDatabaseRefreshCollStmt: (n) => ['alter', 'database', n.dbname, ''],
  AlterPolicyStmt: (n) => ['alter', 'policy', n.policy_name, ''],
  AlterExtensionStmt: (n) => ['alter', 'extension', n.extname, ''],
  AlterExtensionContentsStmt: (n) => ['alter', 'extension', n.extname, ''],
  AlterPublicationStmt: (n) => ['alter', 'publication', n.pubname, ''],
  AlterSubscriptionStmt: (n) => ['alter', 'subscription', n.subname, ''],
  AlterEventTrigStmt: (n) => ['alter', 'event trigger', n.trigname, ''],
  AlterForeignServerStmt: (n) => ['alter', 'server', n.servername, ''],
  AlterFdwStmt: (n) => ['alter', 'foreign data wrapper', n.fdwname, ''],
  AlterUserMappingStmt: (n) => ['alter', 'user mapping', role(n.user), ''],
  AlterStatsStmt: alter('statistics', (n) => list(n.defnames)),
  AlterTSConfigurationStmt: (n) => ['alter', 'text search configuration', list(n.cfgname), ''],
  AlterTSDictionaryStmt: (n) => ['alter', 'text search dictionary', list(n.dictname), ''],
  AlterOpFamilyStmt: (n) => ['alter', 'operator family', list(n.opfamilyname), ''],
  AlterOperatorStmt: (n) => ['alter', 'operator', list(n.opername.objname), ''],
  AlterCollationStmt: (n) => ['alter', 'collation', list(n.collname), ''],
  AlterTableSpaceOptionsStmt: (n) => ['alter', 'tablespace', n.tablespacename, ''],
  DropStmt: (n) => ['drop', kind(n.removeType), kind(n.removeType) === 'cast' ? '*' : n.objects.map((o) => named(kind(n.removeType), o)).join(','), flags(n)],
  DropRoleStmt: drop('role', (n) => n.roles.map(text).join(',')),
  DropdbStmt: drop('database', (n) => n.dbname),
  DropTableSpaceStmt: drop('tablespace', (n) => n.tablespacename),
  DropSubscriptionStmt: drop('subscription', (n) => n.subname),
  DropUserMappingStmt: drop('user mapping', (n) => role(n.user)),
  TruncateStmt: (n) => ['truncate', '', n.relations.map((r) => relation(r.RangeVar)).join(','), flags(n)],
};

const facts = (statement) => {
  try {
    const { stmts = [] } = parser.parseSync(statement);
    if (stmts.length !== 1) return [stmts.length];
    const [name, node] = Object.entries(stmts[0].stmt)[0];
    return [1, ...(FACTS[name]?.(node) ?? ['', '', '', ''])];
  } catch {
    return [-1];
  }
};

const [input, output] = process.argv.slice(2);
const statements = readFileSync(input, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
writeFileSync(output, statements.map((statement) => facts(statement).join('\t').replaceAll('\n', ' ')).join('\n') + '\n');
