// Headless Chromium for the checks of pages, and what they share.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

let passed = 0;
let failed = 0;
export function expect(what, problems) {
  if (problems.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED: ${what}\n  ${problems.slice(0, 10).join('\n  ')}`);
}
export const different = (what, is, should) => (is === should ? [] : [`${what}: ${is} instead of ${should}`]);

// The DevTools protocol over two pipes: JSON, each message with a NUL behind it.

export class Browser {
  constructor(chromium, profile) {
    this.process = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run',
      `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.waiting = new Map();
    this.listeners = new Set();
    this.last = 0;
    let rest = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (data) => {
      const messages = (rest + data).split('\0');
      rest = messages.pop();
      for (const each of messages) this.take(JSON.parse(each));
    });
    this.process.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`the browser ended with ${code}`));
    });
  }

  take(message) {
    if (message.id === undefined) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    const { resolve, reject } = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) reject(new Error(message.error.message));
    else resolve(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async close() {
    const gone = new Promise((resolve) => { this.process.on('exit', resolve); });
    await this.send('Browser.close').catch(() => {});
    await gone;
  }
}

export class Tab {
  static async open(browser) {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(browser, sessionId);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tab.send(`${domain}.enable`);
    return tab;
  }

  constructor(browser, sessionId) {
    this.browser = browser;
    this.sessionId = sessionId;
    this.told = [];
    browser.listeners.add(({ method, params, sessionId: of }) => {
      if (of !== sessionId) return;
      if (method === 'Page.loadEventFired') this.loaded?.();
      if (method === 'Log.entryAdded') this.told.push(`log: ${params.entry.text}`);
      if (method === 'Runtime.consoleAPICalled') this.told.push(`console: ${JSON.stringify(params.args)}`);
      if (method === 'Runtime.exceptionThrown') this.told.push(`exception: ${params.exceptionDetails.text}`);
      if (method === 'Page.javascriptDialogOpening') this.told.push(`dialog: ${params.message}`);
      if (method === 'Network.requestWillBeSent' && !params.request.url.startsWith('file:'))
        this.told.push(`request: ${params.request.url}`);
    });
  }

  send(method, params) { return this.browser.send(method, params, this.sessionId); }

  async load(file) {
    this.told = [];
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send('Page.navigate', { url: pathToFileURL(file).href });
    await loaded;
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(key) {
    const params = { key, code: key, windowsVirtualKeyCode: 9 };
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...params });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...params });
  }
}

/** What axe-core, installed in the folder `work`, finds wrong with the page of a tab. */
export async function axeProblems(tab, work) {
  const axe = fs.readFileSync(path.join(work, 'node_modules/axe-core/axe.min.js'), 'utf8');
  await tab.evaluate(`${axe}; 0`);
  const violations = await tab.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((r) =>
    r.violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.slice(0, 2).map((n) => n.html + ' ' + n.failureSummary) })))`);
  return violations.map((v) => `${v.impact} ${v.id}: ${v.nodes.join(' | ')}`);
}

/** Prints how many expectations held and ends the program. */
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
