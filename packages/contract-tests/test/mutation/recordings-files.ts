/** The text or the name of a recording's file with one change. */
export interface FileMutant {
  operator: string
  file: string
  text: string
}

/** Every systematic change that makes the file of a recording invalid, although JSON.parse may accept it. */
export function* mutateFile(file: string, text: string): Generator<FileMutant> {
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    if (!/^ +"[^"]+": [^[{]/.test(line)) continue
    const doubled = line.endsWith(',') ? [line, line] : [`${line},`, line]
    yield { operator: 'duplicate key', file, text: lines.toSpliced(index, 1, ...doubled).join('\n') }
  }
  const middle = Math.floor(text.length / 2)
  const first = /": "(?=[a-z])/i
  const changes: [string, string][] = [
    ...[0, 1, middle, text.length - 3, text.length - 1].map((end): [string, string] => [
      'truncated',
      text.slice(0, end),
    ]),
    ...['x', '\n', ' ', '{}', 'null', text].map((rest): [string, string] => ['trailing garbage', text + rest]),
    ['byte order mark', `\uFEFF${text}`],
    ['comment', `// \n${text}`],
    ['trailing comma', text.replace(/\n}\n$/, ',\n}\n')],
    ['single quotes', text.replace('"recorded"', "'recorded'")],
    ['invalid number', text.replace(/"status": \d+/, '"status": NaN')],
    ['other notation of a number', text.replace(/"status": \d+/, '$&.0')],
    ['other notation of a number', text.replace(/"status": \d+/, '$&e0')],
    ['minified', JSON.stringify(JSON.parse(text))],
    ['tabs', text.replaceAll('  ', '\t')],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['escape', text.replace('"recorded"', '"\\u0072ecorded"')],
    ['lone surrogate', text.replace(first, '$&\\ud800')],
    ['lone surrogate', text.replace(first, '$&\\udfff')],
    ['control character', text.replace(first, '$&\u0001')],
    ['an array', `[${text}]`],
  ]
  for (const [operator, changed] of changes) yield { operator, file, text: changed }

  const [folder, name] = file.split('/')
  const others = [
    name,
    `other/${name}`,
    `${folder}/${name!.replace(/^\d/, '9')}`,
    `${folder}/${name!.replace(/^\d+-/, '')}`,
    `${folder}/${name!.replace(/\.json$/, '')}`,
    `${folder}/${name!.replace(/^(\d+-).*?(?=\.)/, '$1A')}`,
    name!.endsWith('.gen.json') ? file.replace('.gen.json', '.json') : file.replace('.json', '.gen.json'),
  ]
  for (const other of others) yield { operator: 'wrong name', file: other!, text }
}
