import fs from 'node:fs';
import path from 'node:path';

/** Fills a folder with a rule that fires on every line, and with names and cables that mean something in some format. */
export function writeHostile(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'pack.yaml'), `
- id: EVIL001
  name: line
  level: error
  summary: "A line </script> | \`x\` ]]> & %0A, =1+1."
  in: cable
  pattern: "[^\\\\n]+"
  message: "{match}"
  help: "Write <b>it</b> | softly, @someone."
  flags: [X]
  passes: [""]
`);
  const nasty = ['=cmd|\' /C calc\'!A0', '+1', '-1', '@SUM(1)', '\t=1', 'a|b`c`', '</script><img src=x onerror=alert(1)>',
    ']]><x/>', '&amp;', '::error::x', '%0A::warning::y', 'a,b:c', '[x](javascript:1)', '"quoted", \'single\'', '\\u0000',
    '\u0001\u0007\u001b[2J', '\u202e\u2066bidi', '\ufffe\uffff', '\u{1f600} \u{10ffff}', '@octocat #1 GH-1 www.x.example',
    '{0} {{', '| --- |', '~~x~~ **y** _z_', 'x'.repeat(5000)];
  fs.writeFileSync(path.join(folder, 'all.txt'), Buffer.concat([
    Buffer.from(nasty.join('\n')), Buffer.from([0x0a, 0xff, 0xfe, 0x80, 0xed, 0xa0, 0x80, 0x0a])]));
  fs.writeFileSync(path.join(folder, 'twice.txt'), 'X\nX\nX X\n');
  for (const name of ['a b%20,c:d;e.txt', '<x>&"\'.txt', '=1.txt', 'ü\u202e.txt', '`|`.txt', '#?[]{}.txt'])
    fs.writeFileSync(path.join(folder, name), 'SECRET\n');
  fs.writeFileSync(Buffer.concat([Buffer.from(path.join(folder, 'bytes')), Buffer.from([0xff, 0x1b, 0x0a]),
    Buffer.from('.txt')]), 'SECRET\n');
  fs.writeFileSync(path.join(folder, 'b.txt'), '%PDF-1.7\n');
}
