// Runs cablelint over several sets of inputs in every machine format, and holds each report against its format.
//   node validate.mjs PROGRAM SOURCE_FOLDER WORK_FOLDER [SCHEMA_FOLDER]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { writeHostile } from './hostile.mjs';

const [program, source, work, schemas] = process.argv.slice(2);
const here = path.join(source, 'tests/validators');
const multitoolFolder = path.join(work, 'node_modules/@microsoft/sarif-multitool-linux');
const multitool = path.join(multitoolFolder, 'Sarif.Multitool');
fs.chmodSync(multitool, 0o755);

let passed = 0;
const failures = [];
function expect(what, problems) {
  if (problems.length === 0) {
    passed += 1;
  } else {
    failures.push(what);
    console.log(`FAILED: ${what}\n  ${problems.slice(0, 10).join('\n  ')}`);
  }
}

const read = (file) => fs.readFileSync(file, 'utf8');
const readJson = (file) => JSON.parse(read(file));
const lines = (text) => text.split('\n').filter((line) => line !== '');

function run(command, args, options = {}) {
  const ran = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (ran.error) throw ran.error;
  return ran;
}

// JSON schemas

function validator(schema) {
  const ajv = schema.$schema.includes('draft-04') ? new AjvDraft4({ strict: false, allErrors: true })
                                                  : new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`));
}

const ours = Object.fromEntries(['gitlab', 'rdjsonl', 'jsonl', 'stream'].map(
  (name) => [name, validator(readJson(path.join(here, `${name}.schema.json`)))]));
const sarifSchemas = { 'schema of the multitool': validator(readJson(path.join(multitoolFolder, 'sarif-2.1.0.json'))) };
const sarifSchema = schemas && path.join(schemas, 'sarif-2.1.0.schema.json');
const junitSchema = schemas && path.join(schemas, 'junit-10.xsd');
if (sarifSchema && fs.existsSync(sarifSchema)) {
  sarifSchemas['OASIS schema'] = validator(readJson(sarifSchema));
} else {
  console.log('skipped: the OASIS schema of SARIF (no schema folder); the copy inside the multitool is used alone');
}
const haveJunitSchema = Boolean(junitSchema) && fs.existsSync(junitSchema);
if (!haveJunitSchema) console.log('skipped: the XSD of JUnit (no schema folder)');

// Programs

// The exit code of the multitool says nothing: what it found is in its own log. These notes are wishes that a linter
// without a home on the network, with messages that are ready to read, and with cables of any length cannot fulfil.
const harmlessNotes = new Set([
  'SARIF2002', // messages by id
  'SARIF2003', 'SARIF2013', // the repository of the files
  'SARIF2006', // addresses that answer
  'SARIF2010', 'SARIF2011', // the text of places longer than a screen
  'SARIF2012', // a page for each rule, names in Pascal case
]);
function multitoolProblems(file) {
  const log = `${file}.validation.sarif`;
  const ran = run(multitool, ['validate', file, '-o', log, '--log', 'ForceOverwrite', '--rule-kind', 'Sarif;Ghas',
    '--level', 'Error;Warning;Note', '--kind', 'Fail']);
  if (!fs.existsSync(log)) return [`no log: ${ran.stdout}${ran.stderr}`];
  const { results = [], invocations = [] } = readJson(log).runs[0];
  const problems = results.filter((r) => !(r.level === 'note' && harmlessNotes.has(r.ruleId)))
    .map((r) => `${r.level ?? 'warning'} ${r.ruleId} ${r.message.text ?? JSON.stringify(r.message)}`);
  for (const each of invocations.flatMap((i) => i.toolExecutionNotifications ?? []))
    problems.push(`${each.level} ${each.message.text}`);
  return problems;
}

function xmllintProblems(file, schema) {
  const ran = run('xmllint', ['--noout', ...(schema ? ['--schema', schema] : []), file]);
  return ran.status === 0 ? [] : lines(ran.stderr);
}

// What no schema says

const count = (text, pattern) => (text.match(pattern) ?? []).length;
const different = (what, is, should) => (is === should ? [] : [`${what}: ${is} instead of ${should}`]);
const repeated = (values) => values.filter((value, index) => values.indexOf(value) !== index);

function csvRows(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error('not RFC 4180');
    rows.at(-1).push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] === '\r\n') rows.push([]);
  }
  if (rows.at(-1).length === 0) rows.pop();
  return rows;
}

function csvProblems(text, findings) {
  const [header, ...rows] = csvRows(text);
  return [
    ...different('rows', rows.length, findings),
    ...rows.filter((row) => row.length !== header.length).map((row) => `cells: ${row}`),
    ...rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell)).map((cell) => `formula: ${cell}`),
  ];
}

function junitProblems(text, json, warnings = false) {
  const [, tests, failed, errors] = text.match(/<testsuite name="cablelint" tests="(\d+)" failures="(\d+)" errors="(\d+)"/);
  return [
    ...different('cases', count(text, /<testcase /g), Number(tests)),
    ...different('failures', count(text, /<failure /g), Number(failed)),
    ...different('failures and errors of the JSON', json.summary.error + (warnings ? json.summary.warning : 0), Number(failed)),
    ...different('errors', count(text, /<error /g), Number(errors)),
    ...different('errors of the JSON', json.errors.length, Number(errors)),
    ...repeated(text.match(/<testcase name="[^"]*" classname="[^"]*"/g) ?? []).map((name) => `twice: ${name}`),
  ];
}

const annotation = /^::(error|warning|notice) ([A-Za-z]+=[^:,\r\n]*)(,[A-Za-z]+=[^:,\r\n]*)*::[^\r\n]+$/;
function githubProblems(text) {
  return [
    ...lines(text).filter((line) => !annotation.test(line)),
    ...['error', 'warning', 'notice'].filter((word) => count(text, new RegExp(`^::${word} `, 'gm')) > 10),
  ];
}

// A cell of a table ends at each bar that is not an entity.
function markdownProblems(text, findings) {
  const table = text.slice(text.indexOf('| Level |'));
  return text.includes('| Level |')
    ? [...different('rows', lines(table).length - 2, findings),
       ...lines(table).filter((row) => count(row, /\|/g) !== 6), ...lines(table).filter((row) => /`|<(?!!-- -->)/.test(row))]
    : different('rows', 0, findings);
}

const htmlValidate = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
function htmlProblems(text, findings) {
  const { results } = htmlValidate.validateStringSync(text);
  return [...different('findings', count(text, /<div class="finding /g), findings),
    ...results.flatMap((r) => r.messages).map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`)];
}

// A page a document: their findings are together those of the run.
function htmlPagesProblems(folder, json) {
  const sources = new Map();
  for (const { source } of json.findings) sources.set(source, (sources.get(source) ?? 0) + 1);
  const pages = fs.readdirSync(folder).map((name) => [name, read(path.join(folder, name))]);
  const all = pages.reduce((sum, [, text]) => sum + count(text, /<div class="finding /g), 0);
  return [...different('findings', all, json.summary.findings),
    ...different('pages with findings', pages.filter(([, text]) => text.includes('<div class="finding ')).length, sources.size),
    ...pages.flatMap(([name, text]) => htmlProblems(text, count(text, /<div class="finding /g)).map((p) => `${name}: ${p}`))];
}

// A check of a validator itself: what it does not refuse it does not check.
function expectRefused(what, problems) {
  expect(`refused: ${what}`, problems.length > 0 ? [] : ['it was accepted']);
}

const formats = ['json', 'jsonl', 'sarif', 'junit', 'gitlab', 'github', 'checkstyle', 'rdjsonl', 'csv', 'markdown', 'html'];
// Of `redactions verify` with `pairs`.
function validate(name, folder, args, pairs = false) {
  const out = path.join(work, 'reports', name);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const file = (format) => path.join(out, `report.${format}`);
  const begin = pairs ? ['redactions', 'verify', '--as-of', '2010-01-01']
                      : ['check', '--as-of', '2026-01-01', '-q', '--output', 'concise', '--output', `html:${out}/pages/`];
  const word = (format) => (pairs && format === 'json' ? 'findings' : format);
  const ran = run(program, [...begin, ...args,
    ...formats.flatMap((format) => ['--output', `${word(format)}:${file(format)}`])], { cwd: folder });
  expect(`${name}: the run`, ran.status === 0 || ran.status === 1 || ran.status === 2 ? [] : [ran.stderr]);
  const text = Object.fromEntries(formats.map((format) => [format, read(file(format))]));
  const json = JSON.parse(text.json);
  const findings = json.summary.findings;
  const all = findings + json.errors.length;
  const results = JSON.parse(text.sarif).runs[0].results.length;

  for (const [schema, problems] of Object.entries(sarifSchemas))
    expect(`${name}: sarif, ${schema}`, problems(JSON.parse(text.sarif)));
  expect(`${name}: sarif, multitool`, multitoolProblems(file('sarif')));
  if (!args.includes('--sarif-max-results'))
    expect(`${name}: sarif, results`, different('results', results, Math.min(findings, 5000)));
  expect(`${name}: junit, xmllint`, xmllintProblems(file('junit'), haveJunitSchema ? junitSchema : null));
  expect(`${name}: junit, counts`, junitProblems(text.junit, json, pairs));
  expect(`${name}: checkstyle, xmllint`, xmllintProblems(file('checkstyle'), path.join(here, 'checkstyle.xsd')));
  expect(`${name}: checkstyle, counts`, different('errors', count(text.checkstyle, /<error /g), all));
  const gitlab = JSON.parse(text.gitlab);
  expect(`${name}: gitlab`, [...ours.gitlab(gitlab), ...different('entries', gitlab.length, all),
    ...repeated(gitlab.map((entry) => entry.fingerprint)).map((value) => `twice: ${value}`)]);
  for (const format of ['jsonl', 'rdjsonl']) {
    const objects = lines(text[format]).map((line) => JSON.parse(line));
    expect(`${name}: ${format}`, [...objects.flatMap(ours[format]), ...different('lines', objects.length, all)]);
  }
  expect(`${name}: csv`, csvProblems(text.csv, findings));
  expect(`${name}: github`, githubProblems(text.github));
  expect(`${name}: markdown`, markdownProblems(text.markdown, findings));
  if (pairs) {
    expect(`${name}: html`, [...htmlProblems(text.html, 0),
      ...different('faults', count(text.html, /<li id="f\d+-\d+"/g), findings)]);
  } else {
    expect(`${name}: html`, htmlProblems(text.html, findings));
    expect(`${name}: html, a page a document`, htmlPagesProblems(path.join(out, 'pages'), json));
  }
  return { file, text };
}

// Inputs

const cables = 'examples/cables';
const real = validate('real findings', source, [cables]);
validate('no findings', source, ['--select', 'DCL004', `${cables}/era-c-1988-oadr.txt`]);
validate('nothing readable', source, ['gone.txt']);
validate('the worst few', source, ['--sarif-max-results', '3', cables]);

const releases = ['examples/releases/originals', 'examples/releases/released'];
validate('pairs', source, releases, true);
validate('pairs with their cut text', source, ['--show-cut-text', ...releases], true);

const hostile = path.join(work, 'hostile');
writeHostile(hostile);
fs.mkdirSync(path.join(hostile, 'pairs'));
fs.writeFileSync(path.join(hostile, 'pairs/original'), `${read(path.join(hostile, 'all.txt'))}\nONE TWO THREE\n`);
fs.writeFileSync(path.join(hostile, 'pairs/release'), `ONE [name not declassified] (b)(6) THREE\n${read(path.join(hostile, 'all.txt'))}`);
validate('hostile pairs', path.join(hostile, 'pairs'), ['original', 'release'], true);
fs.rmSync(path.join(hostile, 'pairs'), { recursive: true });
validate('hostile text', hostile, ['--rules', 'pack.yaml', '--select', 'EVIL', '.', './gone|<>&\u001b.txt']);

// The answers of `cablelint stream`, of which each line has one.
const records = [
  ...fs.readdirSync(path.join(source, cables)).filter((name) => name.endsWith('.txt')).map((name) => (
    JSON.stringify({ id: name, text: read(path.join(source, cables, name)) }))),
  ...lines(read(path.join(hostile, 'all.txt'))).map((text, number) => JSON.stringify({ id: `${number}${text}`.slice(0, 99), text })),
  '', '{', '{"id":"A"}', '{"id":"\\u2028","text":"\\u2028\\u0000"}', '7'.repeat(3_000_000), '{"id":"B","text":"\\u0000\\u0000\\u0000"}'];
const input = Buffer.concat([Buffer.from(`${records.join('\n')}\n{"id":"`), Buffer.from([0xff]), Buffer.from('"}\n')]);
for (const args of [[], ['--flat'], ['--flat', '--jobs', '1']]) {
  const ran = run(program, ['stream', '--as-of', '2026-01-01', '--rules', 'pack.yaml', '--max-record-bytes', '2000000', ...args],
    { cwd: hostile, input, env: {} });
  const answers = lines(ran.stdout).map((line) => JSON.parse(line));
  const whole = answers.filter((answer) => answer.status);
  expect(`stream ${args.join(' ')}`, [
    ...answers.flatMap(ours.stream), ...different('answers', whole.length, records.length + 1), ...different('exit code', ran.status, 0),
    ...['ok', 'error', 'skipped'].filter((status) => !whole.some((answer) => answer.status === status)),
    ...(/[\u2028\u2029\ufeff]/.test(ran.stdout) ? ['a line end of JavaScript'] : [])]);
}
expectRefused('an answer that is ok and has an error', ours.stream(
  { schema: 'cablelint.stream/1', id: 'A', seq: 1, status: 'ok', findings: [], error: { kind: 'syntax', message: 'x' } }));
expectRefused('an answer without what is wrong', ours.stream(
  { schema: 'cablelint.stream/1', id: null, seq: 1, status: 'error', findings: [] }));

// Planted faults

const plant = (name, change) => {
  const log = JSON.parse(real.text.sarif);
  change(log.runs[0]);
  const file = path.join(work, 'reports', `planted-${name}.sarif`);
  fs.writeFileSync(file, JSON.stringify(log));
  return file;
};
expectRefused('a level that does not exist', Object.values(sarifSchemas).flatMap(
  (problems) => problems(readJson(plant('level', (log) => { log.results[0].level = 'fatal'; })))));
expectRefused('a rule that does not exist',
  multitoolProblems(plant('rule', (log) => { log.results[0].ruleIndex = 10_000; })));
expectRefused('a region that ends before it begins', multitoolProblems(plant('region', (log) => {
  log.results[0].locations[0].physicalLocation.region.endLine = 0; })));
expectRefused('an element that is not closed', htmlProblems(real.text.html.replace('</h1>', '</h4>'), count(real.text.html, /<div class="finding /g)));
const broken = path.join(work, 'reports/planted.xml');
fs.writeFileSync(broken, real.text.checkstyle.replace('severity="', 'severity="x'));
expectRefused('a severity that does not exist', xmllintProblems(broken, path.join(here, 'checkstyle.xsd')));
if (haveJunitSchema) {
  fs.writeFileSync(broken, real.text.junit.replace('<testcase ', '<testcase file="x" '));
  expectRefused('an attribute that JUnit does not know', xmllintProblems(broken, junitSchema));
}

console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
