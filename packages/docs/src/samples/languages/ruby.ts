import { quoteRuby, ruby, writeLiteral } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { capitalize, findBasic, listAllHeaders, writeAddress, type Text } from '../text.ts'

export const rubyNetHttp: Sample = {
  id: 'ruby',
  label: 'Ruby',
  language: 'ruby',
  supports: () => true,
  write: (request) => `# Part of Ruby: save it as call.rb and run \`ruby call.rb\`.
require "json"
require "net/http"

uri = URI(${writeValue(writeAddress(request), (variable) => `URI.encode_www_form_component(${read(variable)})`)})
request = Net::HTTP::${capitalize(request.method)}.new(uri)
${listHeaders(request)
  .map(([name, value]) => `request[${quoteRuby(name)}] = ${writeValue(value)}\n`)
  .join('')}${writeBasic(request)}${writeBody(request.body)}
options = { use_ssl: uri.scheme == "https", open_timeout: 10, read_timeout: 30 }
response = Net::HTTP.start(uri.host, uri.port, options) { |http| http.request(request) }
${writeResult(request)}`,
}

/** `set_form` and `set_form_data` say the type of the body themselves. */
const listHeaders = (request: SampleRequest) =>
  listAllHeaders(request).filter(([name]) => name !== 'Content-Type' || request.body?.kind !== 'form')

const read = (variable: string) => `ENV.fetch("${variable}")`

const writeValue = (text: Text, write = read) => {
  const [first] = text
  if (text.length === 1 && typeof first === 'object') return write(first.variable)
  const parts = text.map((part) =>
    typeof part === 'string' ? quoteRuby(part).slice(1, -1) : `#{${write(part.variable)}}`,
  )
  return `"${parts.join('')}"`
}

function writeBasic(request: SampleRequest): string {
  const basic = findBasic(request)
  return basic ? `request.basic_auth(${read(basic.user)}, ${read(basic.password)})\n` : ''
}

function writeBody(body: SampleBody | undefined): string {
  const pairs = (fields: [string, string][]) =>
    fields.map(([name, value]) => `[${quoteRuby(name)}, ${quoteRuby(value)}]`).join(', ')
  switch (body?.kind) {
    case undefined:
      return ''
    case 'json':
      return `request.body = JSON.generate(${writeLiteral(body.value, ruby)})\n`
    case 'text':
      return `request.body = ${quoteRuby(body.text)}\n`
    case 'file':
      return 'request.body = File.binread("file")\n'
    case 'form':
      return `request.set_form_data([${pairs(body.fields)}])\n`
    case 'multipart': {
      const files = body.files.map((name) => `[${quoteRuby(name)}, File.open(${quoteRuby(name)})]`)
      const fields = body.fields.length > 0 ? [pairs(body.fields)] : []
      return `request.set_form([${[...files, ...fields].join(', ')}], ${quoteRuby(body.mediaType)})\n`
    }
  }
}

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const status = `puts response.code${requestId ? `, response[${quoteRuby(requestId)}]` : ''}\n`
  if (!result.isJson && !hasErrorType) {
    return `${status}abort response.body unless response.is_a?(Net::HTTPSuccess)\nputs response.body\n`
  }
  const failure = hasErrorType
    ? 'abort "#{JSON.parse(response.body).dig("error", "type")}: #{response.body}"'
    : 'abort response.body'
  const shown = result.key ? `JSON.parse(response.body)[${quoteRuby(result.key)}]` : 'response.body'
  return `${status}${failure} unless response.is_a?(Net::HTTPSuccess)\nputs ${shown}\n`
}
