import { quote } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { encodeForm, findBasic, listAllHeaders, writeAddress, writeJson, writeText, type Text } from '../text.ts'

export const javaHttp: Sample = {
  id: 'java',
  label: 'Java',
  language: 'java',
  // The platform has no writer of multipart.
  supports: ({ content }) => content?.kind !== 'multipart',
  write(request) {
    const code = `    var request = HttpRequest.newBuilder(URI.create(${writeExpression(
      writeAddress(request),
      (variable) => `URLEncoder.encode(${read(variable)}, StandardCharsets.UTF_8)`,
    )}))
        .timeout(Duration.ofSeconds(30))
${writeHeaders(request)}        .method("${request.method}", ${writeBody(request.body)})
        .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    System.out.println(response.statusCode()${writeId(request)});
    ${writeResult(request)}
`
    return `// Needs Java 15 or later: save it as Call.java and run \`java Call.java\`.
${listImports(code)
  .map((name) => `import ${name};\n`)
  .join('')}
class Call {
  public static void main(String[] arguments) throws Exception {
${code}  }
}
`
  },
}

const classes = [
  'java.net.URI',
  'java.net.URLEncoder',
  'java.net.http.HttpClient',
  'java.net.http.HttpRequest',
  'java.net.http.HttpRequest.BodyPublishers',
  'java.net.http.HttpResponse.BodyHandlers',
  'java.nio.charset.StandardCharsets',
  'java.nio.file.Path',
  'java.time.Duration',
  'java.util.Base64',
]

const listImports = (code: string) =>
  classes.filter((name) => new RegExp(String.raw`\b${name.split('.').at(-1)}\.`).test(code))

const read = (variable: string) => `System.getenv("${variable}")`

const writeExpression = (text: Text, write = read) => writeText(text, { quote, read: write })

function writeHeaders(request: SampleRequest): string {
  const basic = findBasic(request)
  const pair = basic && `(${read(basic.user)} + ":" + ${read(basic.password)}).getBytes()`
  return [
    ...(pair ? [`        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(${pair}))\n`] : []),
    ...listAllHeaders(request).map(([name, value]) => `        .header(${quote(name)}, ${writeExpression(value)})\n`),
  ].join('')
}

function writeBody(body: SampleBody | undefined): string {
  switch (body?.kind) {
    case undefined:
    case 'multipart':
      return 'BodyPublishers.noBody()'
    case 'json': {
      // A text block reads escapes before the JSON parser does.
      const json = writeJson(body.value, '            ').replaceAll('\\', '\\\\')
      return `BodyPublishers.ofString("""\n            ${json}\n            """)`
    }
    case 'text':
      return `BodyPublishers.ofString(${quote(body.text)})`
    case 'form':
      return `BodyPublishers.ofString(${quote(encodeForm(body.fields))})`
    case 'file':
      return 'BodyPublishers.ofFile(Path.of("file"))'
  }
}

const writeId = ({ requestId }: SampleRequest) =>
  requestId ? ` + " " + response.headers().firstValue(${quote(requestId)}).orElse("")` : ''

const writeResult = ({ hasErrorType }: SampleRequest) =>
  hasErrorType
    ? `// Read it with Jackson or Gson; \`error.type\` says what went wrong.
    (response.statusCode() < 300 ? System.out : System.err).println(response.body());`
    : 'System.out.println(response.body());'
