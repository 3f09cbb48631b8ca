import { php, quotePhp, writeLiteral } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { encodeForm, findBasic, listAllHeaders, writeAddress, writeText, type Text } from '../text.ts'

export const phpCurl: Sample = {
  id: 'php',
  label: 'PHP',
  language: 'php',
  supports: () => true,
  write: (request) => `<?php // Needs the extension curl: save it as call.php and run \`php call.php\`.
$headers = [];
$curl = curl_init(${writeExpression(writeAddress(request), (variable) => `urlencode(getenv('${variable}'))`)});
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => '${request.method}',
${request.method === 'HEAD' ? '    CURLOPT_NOBODY => true,\n' : ''}    CURLOPT_HTTPHEADER => [${writeHeaders(request)}],
${writeBasic(request)}${writeBody(request.body)}    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$headers) {
        [$name, $value] = explode(':', $line, 2) + [1 => ''];
        $headers[strtolower($name)] = trim($value);
        return strlen($line);
    },
]);
$body = curl_exec($curl);
if ($body === false) {
    exit(curl_error($curl));
}
${writeResult(request)}`,
}

const read = (variable: string) => `getenv('${variable}')`

const writeExpression = (text: Text, write = read) => writeText(text, { quote: quotePhp, read: write, plus: ' . ' })

function writeHeaders(request: SampleRequest): string {
  const headers = listAllHeaders(request).map(([name, [first, ...others]]) => {
    const text: Text = typeof first === 'string' ? [`${name}: ${first}`, ...others] : [`${name}: `, first!, ...others]
    return `        ${writeExpression(text)},\n`
  })
  return headers.length > 0 ? `\n${headers.join('')}    ` : ''
}

function writeBasic(request: SampleRequest): string {
  const basic = findBasic(request)
  return basic ? `    CURLOPT_USERPWD => ${read(basic.user)} . ':' . ${read(basic.password)},\n` : ''
}

function writeBody(body: SampleBody | undefined): string {
  const option = (value: string) => `    CURLOPT_POSTFIELDS => ${value},\n`
  switch (body?.kind) {
    case undefined:
      return ''
    case 'json':
      return option(`json_encode(${writeLiteral(body.value, php, '    ')})`)
    case 'text':
      return option(quotePhp(body.text))
    case 'file':
      return option("file_get_contents('file')")
    case 'form':
      return option(quotePhp(encodeForm(body.fields)))
    case 'multipart': {
      const files = body.files.map((name) => `${quotePhp(name)} => new CURLFile(${quotePhp(name)})`)
      const fields = body.fields.map(([name, value]) => `${quotePhp(name)} => ${quotePhp(value)}`)
      return option(`[${[...files, ...fields].join(', ')}]`)
    }
  }
}

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const id = requestId ? `, ' ', $headers[${quotePhp(requestId.toLowerCase())}] ?? ''` : ''
  const status = `echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE)${id}, "\\n";\n`
  if (!hasErrorType && !result.key) return `${status}echo $body, "\\n";\n`
  const shown = result.key ? `json_encode($result[${quotePhp(result.key)}] ?? $result)` : '$body'
  const failure = hasErrorType ? `$result['error']['type'] ?? ` : ''
  return `${status}$result = json_decode($body, true);\necho ${failure}${shown}, "\\n";\n`
}
