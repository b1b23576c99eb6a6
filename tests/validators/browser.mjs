// Opens reports of format html in headless Chromium, from disk, and holds them against the JSON report of the same run.
//   node browser.mjs PROGRAM SOURCE_FOLDER WORK_FOLDER CHROMIUM
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Browser, Tab, axeProblems, different, expect, finish } from './chromium.mjs';
import { writeHostile } from './hostile.mjs';

const [program, source, work, chromium] = process.argv.slice(2);

const links = `document.querySelectorAll('a[href]').length`;

// Where findings, their list and their counts stand on a page of cables, and on one of pairs.
const ofCables = { finding: '.finding', listed: 'nav li > a[href^="#f"]', counted: '.counts td' };
const ofPairs = { finding: '.faults > li', listed: '.told a[href^="#f"]', counted: '.index td:not(.text)' };

/** Findings of which the Tab key reaches nothing. */
async function unreached(tab, finding) {
  const most = await tab.evaluate(links) + 2;
  const reached = new Set();
  for (let press = 0; press < most; press += 1) {
    await tab.press('Tab');
    reached.add(await tab.evaluate(`document.activeElement.closest('${finding}')?.id ?? ''`));
  }
  const all = await tab.evaluate(`[...document.querySelectorAll('${finding}')].map((f) => f.id)`);
  return all.filter((id) => !reached.has(id)).map((id) => `${id} is not reached`);
}

async function check(tab, name, file, findings, of = ofCables) {
  const page = await (async () => {
    await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'light' }] });
    await tab.load(file);
    return tab.evaluate(`({
      findings: document.querySelectorAll('${of.finding}').length,
      listed: new Set([...document.querySelectorAll('${of.listed}')].map((a) => a.getAttribute('href'))).size,
      counted: [...document.querySelectorAll('${of.counted}')].reduce((sum, td) => sum + Number(td.textContent), 0),
      dangling: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href'))
        .filter((href) => !document.getElementById(href.slice(1))),
      strange: [...document.querySelectorAll('script, img, iframe, object, form, input, svg, link, base')].map((e) => e.outerHTML),
      handlers: [...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames().filter((n) => n.startsWith('on'))),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth })`);
  })();
  expect(`${name}: console`, [...tab.told]);
  expect(`${name}: findings`, different('findings', page.findings, findings));
  expect(`${name}: list`, different('listed', page.listed, findings));
  expect(`${name}: counts`, different('counted', page.counted, findings));
  expect(`${name}: links`, page.dangling);
  expect(`${name}: nothing that acts`, [...page.strange, ...page.handlers]);
  expect(`${name}: width`, different('pixels beyond the window', page.wide, 0));
  expect(`${name}: keyboard`, await unreached(tab, of.finding));
  for (const scheme of ['light', 'dark']) {
    await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await tab.load(file);
    expect(`${name}: axe, ${scheme}`, await axeProblems(tab, work));
  }
  await tab.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 640, deviceScaleFactor: 1, mobile: false });
  await tab.load(file);
  expect(`${name}: narrow`, different('pixels beyond the window',
    await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0));
  await tab.send('Emulation.clearDeviceMetricsOverride');
}

function report(name, folder, args) {
  const out = path.join(work, 'browser', name);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const ran = spawnSync(program, ['check', '--as-of', '2026-01-01', '--output', `html:${out}/page.html`,
    '--output', `html:${out}/pages/`, '--output', `json:${out}/report.json`, ...args], { cwd: folder, encoding: 'utf8' });
  if (ran.error) throw ran.error;
  return { out, json: JSON.parse(fs.readFileSync(path.join(out, 'report.json'), 'utf8')) };
}

const hostile = path.join(work, 'hostile-browser');
writeHostile(hostile);
const profile = fs.mkdtempSync(path.join(work, 'profile-'));
const browser = new Browser(chromium, profile);
try {
  const tab = await Tab.open(browser);
  const real = report('real', source, ['examples/cables']);
  await check(tab, 'real findings', path.join(real.out, 'page.html'), real.json.summary.findings);
  let sum = 0;
  for (const page of fs.readdirSync(path.join(real.out, 'pages')).filter((name) => name !== 'index.html').sort()) {
    const file = path.join(real.out, 'pages', page);
    const { findings } = real.json;
    const of = findings.filter((each) => `${each.source.replaceAll('/', '~')}.html` === page).length;
    sum += of;
    await check(tab, page, file, of);
  }
  expect('pages: findings', different('findings', sum, real.json.summary.findings));
  await tab.load(path.join(real.out, 'pages/index.html'));
  expect('index: console', [...tab.told]);
  expect('index: links', (await tab.evaluate(`[...document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))`))
    .filter((href) => !fs.existsSync(path.join(real.out, 'pages', href))));
  expect('index: axe', await axeProblems(tab, work));
  const none = report('none', source, ['--select', 'DCL004', 'examples/cables/era-c-1988-oadr.txt']);
  await check(tab, 'no findings', path.join(none.out, 'page.html'), 0);
  for (const more of [[], ['--show-cut-text']]) {
    const file = path.join(none.out, 'pairs.html');
    const findings = path.join(none.out, 'pairs.json');
    spawnSync(program, ['redactions', 'verify', '--as-of', '2010-01-01', '--output', `html:${file}`, '--output', `findings:${findings}`,
      'examples/releases/originals', 'examples/releases/released', ...more], { cwd: source });
    await check(tab, `pairs ${more}`, file, JSON.parse(fs.readFileSync(findings, 'utf8')).summary.findings, ofPairs);
  }
  const evil = report('hostile', hostile, ['--rules', 'pack.yaml', '--select', 'EVIL', '.', './gone|<>&\u001b.txt']);
  await check(tab, 'hostile text', path.join(evil.out, 'page.html'), evil.json.summary.findings);
  await tab.load(path.join(evil.out, 'pages/index.html'));
  expect('hostile index: console', [...tab.told]);
  expect('hostile index: axe', await axeProblems(tab, work));
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
finish();
