import { quote } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { encodeForm, findBasic, listAllHeaders, writeAddress, writeJson, writeText, type Text } from '../text.ts'

/** A raw string of Go has no escapes, so a backquote in the JSON is written as an escape of JSON. */
const quoteJson = (json: string) => `\`${json.replaceAll('`', String.raw`\u0060`)}\``

export const goNetHttp: Sample = {
  id: 'go',
  label: 'Go',
  language: 'go',
  supports: () => true,
  write(request) {
    const code = `${writeBody(request.body)}	request, err := http.NewRequest("${request.method}", ${writeExpression(
      writeAddress(request),
      (variable) => `url.QueryEscape(${read(variable)})`,
    )}, ${request.body ? 'body' : 'nil'})
	if err != nil {
		log.Fatal(err)
	}
${writeHeaders(request)}	client := &http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	responseBody, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
${writeResult(request)}`
    return `// Part of Go: save it as call.go and run \`go run call.go\`.
package main

import (
${listPackages(code)
  .map((name) => `	"${name}"\n`)
  .join('')})

func main() {
${code}}
`
  },
}

const packages = [
  'bytes',
  'encoding/json',
  'fmt',
  'io',
  'log',
  'mime/multipart',
  'net/http',
  'net/url',
  'os',
  'strings',
  'time',
]

const listPackages = (code: string) =>
  packages.filter((name) => new RegExp(String.raw`\b${name.split('/').at(-1)}\.[A-Z]`).test(code))

const read = (variable: string) => `os.Getenv("${variable}")`

const writeExpression = (text: Text, write = read) => writeText(text, { quote, read: write, plus: '+' })

function writeHeaders(request: SampleRequest): string {
  const basic = findBasic(request)
  const headers = listAllHeaders(request).map(
    ([name, value]) => `	request.Header.Set(${quote(name)}, ${writeExpression(value)})\n`,
  )
  const isMultipart = request.body?.kind === 'multipart'
  return [
    ...(basic ? [`	request.SetBasicAuth(${read(basic.user)}, ${read(basic.password)})\n`] : []),
    ...headers,
    ...(isMultipart ? ['	request.Header.Set("Content-Type", form.FormDataContentType())\n'] : []),
  ].join('')
}

const check = '	if err != nil {\n		log.Fatal(err)\n	}\n'

function writeBody(body: SampleBody | undefined): string {
  const reader = (text: string) => `	body := strings.NewReader(${text})\n`
  switch (body?.kind) {
    case undefined:
      return ''
    case 'json':
      return reader(quoteJson(writeJson(body.value)))
    case 'text':
      return reader(quote(body.text))
    case 'form':
      return reader(quote(encodeForm(body.fields)))
    case 'file':
      return `	body, err := os.Open("file")\n${check}	defer body.Close()\n`
    case 'multipart':
      return [
        '	body := &bytes.Buffer{}\n	form := multipart.NewWriter(body)\n',
        ...body.files.map(
          (name, index) => `	content${index}, err := os.ReadFile(${quote(name)})
${check}	part${index}, err := form.CreateFormFile(${quote(name)}, ${quote(name)})
${check}	part${index}.Write(content${index})\n`,
        ),
        ...body.fields.map(([name, value]) => `	form.WriteField(${quote(name)}, ${quote(value)})\n`),
        '	form.Close()\n',
      ].join('')
  }
}

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const status = `	fmt.Println(response.Status${requestId ? `, response.Header.Get(${quote(requestId)})` : ''})\n`
  if (!hasErrorType && !result.key) return `${status}	fmt.Println(string(responseBody))\n`
  const fields = [
    ...(hasErrorType ? ['		Error  struct{ Type string }\n'] : []),
    ...(result.key ? [`		Result json.RawMessage \`json:${quote(result.key)}\`\n`] : []),
  ]
  const failure = hasErrorType
    ? '	if response.StatusCode >= 300 {\n		log.Fatal(result.Error.Type, ": ", string(responseBody))\n	}\n'
    : ''
  return `${status}	var result struct {
${fields.join('')}	}
	if err := json.Unmarshal(responseBody, &result); err != nil {
		log.Fatal(err)
	}
${failure}	fmt.Println(string(${result.key ? 'result.Result' : 'responseBody'}))
`
}
