// Opens pages of audits in headless Chromium, from disk, and holds them against the data they carry.
//   node audit.mjs PAGES_FOLDER WORK_FOLDER CHROMIUM
// The folder holds pages, and run directories `first` and `second`, of which the second was compared with the first.
import fs from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { Browser, Tab, axeProblems, different, expect, finish } from './chromium.mjs';

const [pages, work, chromium] = process.argv.slice(2);
const htmlValidate = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
const slowest = 2000;  // milliseconds until a page stands

const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** What a reader finds on the page, without what the script adds. */
const content = `(() => {
  const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('.filter').forEach((each) => each.remove());
  return main.textContent.replaceAll(/\\s+/g, ' '); })()`;
/** The texts of a column of a table by row. */
const column = (table, at) =>
  `[...document.querySelectorAll('#${table} > tbody > tr')].filter((row) => !row.hidden).map((row) => row.cells[${at}].textContent)`;
const number = (text) => Number(text.replaceAll(',', ''));

function htmlProblems(text) {
  return htmlValidate.validateStringSync(text).results
    .flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

async function checkNumbers(tab, name) {
  const data = JSON.parse(await tab.evaluate(`document.getElementById('cablelint-data').textContent`));
  const figures = await tab.evaluate(`Object.fromEntries([...document.querySelectorAll('.figures > div')]
    .map((div) => [div.id, div.querySelector('dd').textContent]))`);
  const { error, warning, note } = data.findings;
  expect(`${name}: figures`, [
    ...different('cables', number(figures['figure-cables']), data.cables),
    ...different('findings', number(figures['figure-findings']), error + warning + note)]);
  const rows = await tab.evaluate(`[...document.querySelectorAll('#rules > tbody > tr')].map((row) =>
    [row.dataset.rule, [2, 4, 5, 6, 7].map((at) => row.cells[at].textContent)])`);
  const of = new Map(rows);
  const found = Object.entries(data.rules).filter(([, rule]) => rule.findings.error + rule.findings.warning + rule.findings.note > 0);
  expect(`${name}: rules`, [...different('rows', rows.length, found.length), ...found.flatMap(([id, rule]) => {
    const row = of.get(id);
    if (row === undefined) return [`${id} has no row`];
    const { error: e, warning: w, note: n } = rule.findings;
    return different(id, row.map(number).join(' '), [e + w + n, e, w, n, rule.cables].join(' '));
  })]);
}

async function checkScript(tab, name) {
  const tables = await tab.evaluate(`[...document.querySelectorAll('table[data-tools]')].map((table) => table.id)`);
  const dead = await tab.evaluate(`[...document.querySelectorAll('table[data-tools]:not(:has(button))')].map((table) => table.id)`);
  expect(`${name}: the script runs`, dead.map((table) => `${table} has no buttons`));
  if (dead.length > 0) return;
  for (const table of tables) {
    const click = (at) => tab.evaluate(`document.querySelectorAll('#${table} > thead > tr > *')[${at}].querySelector('button').click()`);
    const at = await tab.evaluate(`[...document.querySelectorAll('#${table} > thead > tr > *')].findIndex((h, i) => i > 0 && h.matches('th:not(.bars):not(.text)'))`);
    const sort = (order) => (text) => [...text].map(number).sort((a, b) => order * (a - b)).join(' ');
    const before = await tab.evaluate(column(table, at));
    await click(at);
    expect(`${name}: ${table} sorted`, different('rows', (await tab.evaluate(column(table, at))).map(number).join(' '), sort(-1)(before)));
    await click(at);
    expect(`${name}: ${table} sorted again`, [
      ...different('rows', (await tab.evaluate(column(table, at))).map(number).join(' '), sort(1)(before)),
      ...different('aria-sort', await tab.evaluate(`document.querySelector('#${table} [aria-sort]').getAttribute('aria-sort')`), 'ascending')]);
    await click(0);
    const names = await tab.evaluate(column(table, 0));
    expect(`${name}: ${table} sorted by name`, different('rows', names.join('|'),
      [...names].sort((a, b) => a.trim().localeCompare(b.trim(), 'en', { numeric: true })).join('|')));
    const filtered = await tab.evaluate(`(() => {
      const input = document.getElementById('${table}').closest('.table').previousElementSibling?.querySelector('input');
      if (!input) return document.querySelectorAll('#${table} > tbody > tr').length < 10;
      const row = document.querySelector('#${table} > tbody > tr');
      input.value = row.cells[0].textContent.toUpperCase();
      input.dispatchEvent(new Event('input'));
      const some = [...document.querySelectorAll('#${table} > tbody > tr')].filter((each) => !each.hidden);
      input.value = '';
      input.dispatchEvent(new Event('input'));
      return some.includes(row) && some.every((each) => each.cells[0].textContent.includes(row.cells[0].textContent)) &&
        document.querySelectorAll('#${table} > tbody > tr[hidden]').length === 0; })()`);
    expect(`${name}: ${table} filtered`, filtered ? [] : ['the filter shows other rows']);
  }
}

/** What the Tab key does not reach of links, buttons, fields, folds and tables. */
async function unreached(tab) {
  const what = 'a[href], button, input, summary, [tabindex="0"]';
  const all = await tab.evaluate(`(() => { let n = 0; for (const e of document.querySelectorAll('${what}')) if (e.checkVisibility({ contentVisibilityAuto: true })) { e.dataset.stop = n; n += 1; } return n; })()`);
  const reached = new Set();
  for (let press = 0; press < all + 2; press += 1) {
    await tab.press('Tab');
    reached.add(await tab.evaluate(`document.activeElement.dataset.stop ?? ''`));
  }
  return Array.from({ length: all }, (_, n) => String(n)).filter((n) => !reached.has(n)).map((n) => `stop ${n} is not reached`);
}

async function check(tab, name, file) {
  expect(`${name}: html`, htmlProblems(fs.readFileSync(file, 'utf8')));
  for (const scheme of ['light', 'dark']) {
    await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const begin = performance.now();
    await tab.load(file);
    const took = performance.now() - begin;
    expect(`${name}: time`, took < slowest ? [] : [`${Math.round(took)} ms`]);
    expect(`${name}: axe, ${scheme}`, await axeProblems(tab, work));
  }
  const page = await tab.evaluate(`({
    dangling: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href'))
      .filter((href) => !document.getElementById(href.slice(1))),
    twice: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, at, all) => all.indexOf(id) !== at),
    strange: [...document.querySelectorAll('img, iframe, object, form, link, base, script:not(#cablelint-data):not(:last-of-type)')]
      .map((e) => e.outerHTML.slice(0, 80)),
    handlers: [...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames().filter((n) => n.startsWith('on'))),
    wide: ${wide} })`);
  expect(`${name}: links`, page.dangling);
  expect(`${name}: ids`, page.twice);
  expect(`${name}: nothing that acts`, [...page.strange, ...page.handlers]);
  expect(`${name}: width`, different('pixels beyond the window', page.wide, 0));
  await checkNumbers(tab, name);
  const scripted = await tab.evaluate(content);
  await checkScript(tab, name);
  const example = await tab.evaluate(`(() => {
    const link = document.querySelector('#rules a');
    if (!link) return true;
    link.click();
    return document.querySelector(link.hash).closest('details').open; })()`);
  expect(`${name}: examples`, example ? [] : ['a link to examples does not open them']);
  expect(`${name}: console`, [...tab.told]);

  await tab.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 640, deviceScaleFactor: 1, mobile: false });
  await tab.load(file);
  expect(`${name}: narrow`, different('pixels beyond the window', await tab.evaluate(wide), 0));
  await tab.send('Emulation.clearDeviceMetricsOverride');

  await tab.send('Emulation.setScriptExecutionDisabled', { value: true });
  await tab.load(file);
  expect(`${name}: without scripts`, [
    ...different('content', await tab.evaluate(content), scripted),
    ...different('controls', await tab.evaluate(`document.querySelectorAll('button, input').length`), 0),
    ...tab.told]);
  await tab.send('Emulation.setScriptExecutionDisabled', { value: false });
}

const profile = fs.mkdtempSync(path.join(work, 'profile-'));
const browser = new Browser(chromium, profile);
try {
  const tab = await Tab.open(browser);
  const files = fs.readdirSync(pages).filter((name) => name.endsWith('.html')).sort();
  expect('pages', files.length > 0 ? [] : [`no page in ${pages}`]);
  for (const file of files) await check(tab, file, path.join(pages, file));
  for (const run of ['first', 'second']) {
    await check(tab, run, path.join(pages, run, 'report.html'));
    const data = await tab.evaluate(`document.getElementById('cablelint-data').textContent`);
    expect(`${run}: data`, different('data', data, fs.readFileSync(path.join(pages, run, 'summary.json'), 'utf8').replaceAll('<', '\\u003c')));
    expect(`${run}: links`, (await tab.evaluate(`[...document.querySelectorAll('a:not([href^="#"])')].map((a) => a.getAttribute('href'))`))
      .filter((href) => !fs.existsSync(path.join(pages, run, href))));
  }
  await tab.load(path.join(pages, 'ordinary.html'));
  expect('keyboard', await unreached(tab));
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
finish();
