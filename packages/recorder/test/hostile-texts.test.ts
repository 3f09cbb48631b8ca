import { expect, test } from 'vitest'
import type { Json } from '@seam-acs/spec/model'
import { createKnownSchemas } from '../src/known-schemas.ts'
import { redact } from '../src/redact/redact.ts'
import { json, key } from './helpers.ts'
import { contract } from './small-contract.ts'

const schemas = createKnownSchemas(contract)
const path = '/acs/credentials/create'
const encode = (text: string, encoding: BufferEncoding) => Buffer.from(text).toString(encoding)
const percent = (text: string) => encode(text, 'hex').replaceAll(/../g, '%$&')
const entities = (text: string) => Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('')
const escapes = (text: string) =>
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const nested = (text: string, times: number): string =>
  times ? nested(JSON.stringify({ code: text }), times - 1) : text

/** A text, and what may not be left of it; by default, all its words from the first that is in capitals or not ASCII. */
const hostile: [kind: string, text: string, secrets: string[]][] = [
  ['a short card number', 'Card 0A1B2C3D is assigned', ['0A1B2C3D']],
  [
    'a card number in HTML',
    '<html><body><p class="x">Card <b>0A1B2C3D</b> is assigned</p></body></html>',
    ['0A1B2C3D'],
  ],
  ['a card number of letters', 'Card ABCDEF is assigned', ['ABCDEF']],
  ['a card number in lower case', 'card abcdef is assigned', ['abcdef']],
  ['a card number in groups', 'Card 0A:1B:2C:3D is assigned', ['0A', '1B', '2C', '3D']],
  ['a card number with a dash', 'Card 12-3456 / facility 78', ['12-3456', 'facility 78']],
  ['a PIN', 'the PIN 738291 is in use', ['738291']],
  ['a PIN in an odd unit', 'PIN=738291;', ['738291']],
  ['a PIN glued to a word', 'pin738291 is in use', ['738291']],
  ['a PIN with spaces', 'the PIN 7 3 8 2 9 1 is in use', ['7 3 8 2 9 1', '7 3', '9 1']],
  ['a PIN with dashes', 'the PIN 7-3-8-2-9-1 is in use', ['7-3-8-2-9-1', '8-2']],
  ['a PIN with dots', 'the PIN 7.3.8.2.9.1 is in use', ['7.3', '9.1']],
  ['a PIN with tabs and lines', 'the PIN 7\t3\n8\t2', ['7\t3', '8\t2']],
  ['a PIN in pairs', 'the PIN 73 82 91 is in use', ['73', '82', '91']],
  ['a PIN in full width', 'the PIN ７３８２９１ is in use', ['７３８２９１', '738291']],
  ['a PIN in circles', 'the PIN ⑦③⑧②⑨① is in use', ['⑦', '738291']],
  ['a PIN in superscript', 'the PIN ⁷³⁸²⁹¹ is in use', ['⁷', '738291']],
  ['a PIN on keycaps', 'the PIN 7️⃣3️⃣8️⃣2️⃣ is in use', ['7️⃣3️⃣', '7382']],
  ['a PIN in Arabic digits', 'the PIN ٧٣٨٢٩١ is in use', ['٧٣٨', '738291']],
  ['a PIN in Devanagari digits', 'the PIN ७३८२९१ is in use', ['७३८', '738291']],
  ['a PIN in Chinese numerals', 'the PIN 七三八二九一 is in use', ['七三八']],
  ['a PIN in words', 'the PIN is seven three eight two nine one', ['seven', 'three', 'eight', 'nine']],
  ['a PIN in words with dashes', 'the PIN is seven-three-eight-two', ['seven', 'three', 'eight']],
  ['a PIN in words and digits', 'the PIN is seven 3 eight 2', ['seven', 'eight', '3 ', 'eight 2']],
  ['a PIN in words among others', 'first seven then three then eight then two', ['seven', 'three', 'eight']],
  ['a PIN in a name of words', 'code_seven_three_eight_two', ['seven_three']],
  ['a PIN in Morse code', 'the PIN is --... ...-- ---.. ..---', ['--...', '...--', '---..']],
  ['a PIN in strokes', 'the PIN is ||||||| ||| |||||||| ||', ['|||||||', '||||||||']],
  ['a PIN in Braille', 'the PIN ⠼⠛⠉⠓⠃ is in use', ['⠛', '⠉']],
  ['a PIN in escapes with braces', 'the PIN \\u{37}\\u{33}\\u{38}', ['37}', 'u{33}']],
  ['a PIN in Roman numerals', 'the PIN Ⅶ Ⅲ Ⅷ is in use', ['Ⅶ', 'VII']],
  [
    'a PIN digit by digit',
    'digit a is 7, digit b is 3, digit c is 8, digit d is 2',
    ['a is 7, digit b is 3, digit c is 8'],
  ],
  ['a PIN as a list', 'pin_digits: [7,3,8,2,9,1]', ['7,3', '9,1']],
  ['a PIN with invisible characters', 'the PIN 7\u200b3\u200b8\u200b2\u00ad9\u20601', ['7\u200b3', '738291']],
  ['a PIN in HTML elements', '<td>7</td><td>3</td><td>8</td><td>2</td>', ['<td>7</td><td>3</td><td>8</td>']],
  ['a PIN in an attribute', '<input name="pin" value="738291">', ['738291']],
  ['a PIN in a comment', '<!-- 738291 --><p>Error</p>', ['738291']],
  ['a PIN in percent escapes', `the PIN ${percent('738291')} is in use`, [percent('738291'), '%37', '738291']],
  ['a PIN in two layers of percent escapes', `PIN ${percent(percent('7382'))}`, ['%25', '37', '7382']],
  ['a PIN in entities', `the PIN ${entities('738291')} is in use`, ['&#55;', '738291']],
  ['a PIN in hexadecimal entities', 'the PIN &#x37;&#x33;&#x38;&#x32; is in use', ['&#x37;', 'x33', '7382']],
  ['a PIN in JSON escapes', `the PIN ${escapes('738291')} is in use`, ['u0037', '738291']],
  ['a PIN in base64', `the PIN ${encode('738291', 'base64')} is in use`, [encode('738291', 'base64')]],
  ['a PIN in hexadecimal digits', `the PIN ${encode('738291', 'hex')} is in use`, [encode('738291', 'hex')]],
  ['a PIN like a date', 'the PIN 7382-91-01 is in use', ['7382', '91']],
  ['a PIN like a time', 'the PIN 73:82 is in use', ['73', '82']],
  ['a PIN like a pseudonym', 'the PIN pin-7382 is in use', ['7382']],
  ['a PIN as a fraction', 'the PIN 0.738291 is in use', ['738291']],
  ['a PIN in JSON', '{"pin":"738291","digits":[7,3,8,2,9,1]}', ['738291', '7,3,8']],
  ['a PIN in JSON in JSON', nested('738291', 3), ['738291']],
  ['a PIN in broken JSON', '{"acs_user_id":"x","code":"738291","name":"blue door', ['738291', 'blue']],
  [
    'a PIN in JSON in a sentence',
    'Rejected {"code":"738291","note":"blue door"} as invalid',
    ['738291', 'blue', 'door'],
  ],
  ['a PIN in a form', 'access_method=code&code=738291&note=blue%20door', ['738291', 'blue%20door']],
  ['a PIN in XML', '<code>738291</code><![CDATA[738291]]>', ['738291']],
  ['a PIN in YAML', 'code: 738291\nname: Ada', ['738291', 'Ada']],
  ['a PIN in CSV', 'name,code\nLovelace,738291', ['Lovelace', '738291']],
  ['a PIN in a Markdown table', '| name | PIN |\n| --- | --- |\n| Lovelace | 738291 |', ['Lovelace', '738291']],
  [
    'a PIN in an HTML table',
    '<table><tr><th>Name</th></tr><tr><td>Lovelace</td><td>738291</td></tr></table>',
    ['Lovelace', '738291'],
  ],
  ['an e-mail address', 'ada.j@lovelace.org has a card', ['ada', 'lovelace']],
  ['an international e-mail address', 'jörg@bücher.de has a card', ['jörg', 'rg@', 'bücher', 'cher.de']],
  ['an e-mail address in another script', '用户@例子.广告 has a card', ['用户', '例子', '广告']],
  ['an e-mail address in percent escapes', 'j%C3%B6rg%40b%C3%BCcher.de', ['%C3', 'rg%40', 'cher']],
  ['an e-mail address in entities', 'j&ouml;rg&commat;b&uuml;cher.de', ['j&ouml;rg', 'cher', 'uuml']],
  ['an e-mail address in Punycode', 'user@xn--bcher-kva.example', ['bcher', 'xn--']],
  ['an e-mail address with a sign for @', 'grace＠stone.org has a card', ['grace', 'stone']],
  ['an e-mail address in brackets', '"Ada Lovelace" <ada@lovelace.org>', ['Ada', 'Lovelace', 'lovelace']],
  ['an e-mail address in ordinary words', 'ask grace at stone dot org', ['grace', 'stone']],
  ['an e-mail address in words and brackets', 'ask grace [at] stone (dot) org', ['grace', 'stone']],
  ['an e-mail address in words', 'ada at lovelace dot org', ['ada', 'lovelace']],
  ['a telephone number', 'call +44 20 7946 0958', ['44 20', '7946', '0958']],
  ['an American telephone number', 'call (415) 555-0123 now', ['415', '555', '0123']],
  ['a German telephone number', 'call 0049 (0)30 / 901820', ['901820', '0049']],
  ['a telephone number without spaces', 'call +14155550123', ['4155550123']],
  ['a telephone number in full width', 'call ＋８１ ９０ １２３４ ５６７８', ['８１', '1234', '１２３４']],
  ['a telephone number in Arabic digits', 'call +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', ['٩٦٦', '966', '٤٥٦٧']],
  ['a telephone number with dots', 'call +33.1.42.68.53.00', ['42.68', '53']],
  ['a telephone number with an extension', 'call +1 415 555 0123 ext. 42', ['415', '555 0123', '42']],
  ['a name', 'Ada Lovelace is unknown', ['Ada', 'Lovelace']],
  ['a name in lower case', 'ada lovelace is unknown', ['ada', 'lovelace']],
  ['a name in capitals', 'ADA LOVELACE IS UNKNOWN', ['ADA', 'LOVELACE']],
  ['a name of ordinary words', 'Grace Stone and Mark Rose are unknown', ['Grace', 'Stone', 'Mark', 'Rose']],
  ['a name with accents', 'Zoë Müller-Łukasz is unknown', ['Zoë', 'Müller', 'Łukasz', 'ukasz', 'ller']],
  ['a name with separate accents', 'Zoe\u0308 Mu\u0308ller is unknown', ['Zoe', 'ller']],
  ['a name with an apostrophe', "Siobhán O'Brien is unknown", ['Siobh', 'Brien']],
  ['a name in Cyrillic', 'Пользователь Анна Каренина is unknown', ['Анна', 'Каренина']],
  ['a name in letters like others', 'Аdа Lоvelace is unknown', ['Аdа', 'velace', 'Lоvelace']],
  ['a name in Chinese', '王小明 is unknown', ['王小明']],
  ['a name in Japanese', '田中太郎さんは登録されていません', ['田中太郎']],
  ['a name in Arabic', 'المستخدم أحمد غير موجود', ['أحمد']],
  ['a name in Hebrew, Greek and Thai', 'שרה Ελένη สมชาย', ['שרה', 'Ελένη', 'สมชาย']],
  ['a name in quotation marks', "received 'blue door' for “red house”", ['blue', 'door', 'red house', 'house']],
  ['a name in base64', `Basic ${encode('ada:lovelace', 'base64')}`, [encode('ada:lovelace', 'base64')]],
  ['a name in short base64', `user ${encode('Ada', 'base64')} is unknown`, [encode('Ada', 'base64')]],
  ['a name in camel case', 'adaLovelace and AdaLovelace are unknown', ['ada', 'Ada', 'Lovelace']],
  ['a name with a number', 'user ada2 is unknown', ['ada2', 'ada']],
  ['a name in pieces', 'user J<b>o</b>y is unknown', ['J<b>o</b>y', 'J<b>']],
  ['a name in fancy letters', 'user 𝔄𝔡𝔞 is unknown', ['𝔄𝔡𝔞', 'Ada']],
  ['a name as a handle', 'user @lovelace is unknown', ['lovelace']],
  ['a street', 'deliver to 221B Baker Street, London', ['221B', 'Baker', 'London']],
  ['a street in German', 'Königstraße 12, 10115 Berlin', ['Königstraße', 'nigstra', '12', '10115', 'Berlin']],
  ['a street in Japanese', '東京都港区1-2-3', ['東京都', '港区1']],
  ['a number plate', 'car B-AL 1815 is inside', ['B-AL', '1815']],
  ['a date of birth', 'born 1815-12-10 or 10.12.1815', ['1815']],
  ['a room', 'the door of room 1207', ['1207']],
  ['an IP address', 'from 192.0.2.17 and 2001:db8::17', ['192.0', '2001', 'db8']],
  ['a MAC address', 'reader 00:1A:2B:3C:4D:5E', ['1A', '2B', '3C']],
  ['an address of a page', 'see https://hotel.example/guests/ada?pin=738291', ['hotel', 'guests', '738291']],
  ['a file', 'in C:\\Users\\Lovelace\\pins.txt and /home/lovelace', ['Lovelace', 'lovelace']],
  ['a key', 'seam_apikey1_token is void', ['seam_apikey1']],
  ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3', ['eyJ', 'dozjg']],
  ['a stack trace', 'Error: no\n    at lovelace (file:///app/server.js:10:5)', ['lovelace', 'server.js']],
  ['a short stack trace', 'Error: no\n at blue (a.js:1:2)\n at door (a.js:3:4)', ['blue', 'door', 'a.js']],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nblue\ndoor\n-----END PRIVATE KEY-----', ['BEGIN', 'blue', 'door']],
  [
    'many tokens',
    `${Array.from({ length: 12 }, (_, index) => `x${index}y "`).join('')} Bearer abcdefgh`,
    ['x1y', 'abcd'],
  ],
  ['coordinates', 'at 52.5200, 13.4050', ['52', '5200', '13', '4050']],
  ['a bank account', 'IBAN DE89 3704 0044 0532 0130 00', ['DE89', '3704', '0532']],
  ['an emoji', 'the code is 🔑🐱🐶', ['🐱', '🐶']],
  ['half a character', 'Ada\ud800Lovelace is unknown', ['Ada', 'Lovelace']],
]

const places: [place: string, build: (text: string) => [status: number, body: Json]][] = [
  ['message of an error', (message) => [404, { error: { type: 'acs_user_not_found', message }, ok: false }]],
  [
    'message of a warning',
    (message) => [200, { acs_credential: { warnings: [{ warning_code: 'a_code', message }], errors: [] }, ok: true }],
  ],
  [
    'nested validation error',
    (text) => [400, { error: { type: 'invalid_input', validation_errors: { code: { 0: { _errors: [text] } } } } }],
  ],
  ['unknown property', (text) => [200, { acs_credential: { note: text, [text]: { [text]: [text] } }, ok: true }]],
]

const hide = (response: Json, request: Json = {}) =>
  redact(
    { request: { method: 'POST', path, headers: {}, body: request }, response: { headers: {}, ...response } },
    { schemas, secrets: [key] },
  )

test.each(hostile)('%s leaves no text', (_, text, secrets) => {
  const exchanges = [
    ...places.map(([, build]) => hide(json(...build(text)))),
    hide({ status: 502, headers: { 'content-type': 'text/html' }, text }),
  ]
  for (const { response } of exchanges) {
    const values = [response.text ?? '', ...listTexts(response.body)].join('\n')
    for (const secret of secrets) expect(values).not.toContain(secret)
  }
})

/** Names and values, without what JSON adds to them. */
function listTexts(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [`${value}`]
  return Object.entries(value).flatMap(([name, inner]) => [name, ...listTexts(inner)])
}

test.each<[string, string]>([
  ['dots', 'a.'.repeat(200_000)],
  ['signs', '@'.repeat(200_000)],
  ['tokens', 'eyJa-'.repeat(200_000)],
  ['percent escapes', '%25'.repeat(200_000)],
  ['digits', '1 '.repeat(200_000)],
  ['colons', 'a:'.repeat(10_000)],
  ['dots within the limit', 'a.'.repeat(9_999)],
  ['lines', '\n at a:'.repeat(2000)],
  ['dashes', 'a1-'.repeat(6000)],
  ['quotation marks', '\'"'.repeat(10_000)],
])('a text of very many %s takes less than a second of the processor', (_, text) => {
  const before = process.cpuUsage()
  hide(json(...places[0]![1](text)), { code: text })
  const { user } = process.cpuUsage(before)
  expect(user / 1000).toBeLessThan(1000)
})
