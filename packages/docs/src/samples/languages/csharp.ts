import { quote } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import {
  capitalize,
  encodeForm,
  findBasic,
  listAllHeaders,
  writeAddress,
  writeJson,
  writeText,
  type Text,
} from '../text.ts'

export const csharpHttpClient: Sample = {
  id: 'csharp',
  label: 'C#',
  language: 'csharp',
  supports: () => true,
  write: (
    request,
  ) => `// Needs .NET 8 or later: put it into Program.cs of \`dotnet new console\` and run \`dotnet run\`. Our tests do not run it.
using System.Text;
using System.Text.Json;

using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var request = new HttpRequestMessage(HttpMethod.${capitalize(request.method)}, ${writeExpression(
    writeAddress(request),
    (variable) => `Uri.EscapeDataString(${read(variable)}!)`,
  )});
${writeHeaders(request)}${writeBody(request.body)}using var response = await client.SendAsync(request);
var text = await response.Content.ReadAsStringAsync();
${writeResult(request)}`,
}

const read = (variable: string) => `Environment.GetEnvironmentVariable("${variable}")`

const writeExpression = (text: Text, write = read) => writeText(text, { quote, read: write })

function writeHeaders(request: SampleRequest): string {
  const basic = findBasic(request)
  const pair = basic && `Encoding.UTF8.GetBytes(${read(basic.user)} + ":" + ${read(basic.password)})`
  return [
    ...(pair ? [`request.Headers.Add("Authorization", "Basic " + Convert.ToBase64String(${pair}));\n`] : []),
    // The type is part of the content.
    ...listAllHeaders(request)
      .filter(([name]) => name !== 'Content-Type')
      .map(([name, value]) => `request.Headers.TryAddWithoutValidation(${quote(name)}, ${writeExpression(value)});\n`),
  ].join('')
}

function writeBody(body: SampleBody | undefined): string {
  const text = (value: string, mediaType: string) =>
    `request.Content = new StringContent(${value}, Encoding.UTF8, ${quote(mediaType)});\n`
  switch (body?.kind) {
    case undefined:
      return ''
    case 'json':
      // JSON never has three quotes in a row, which would end the raw string.
      return text(`\n    """\n    ${writeJson(body.value, '    ')}\n    """`, body.mediaType)
    case 'text':
      return text(quote(body.text), body.mediaType)
    case 'form':
      return text(quote(encodeForm(body.fields)), body.mediaType)
    case 'file':
      return `request.Content = new StreamContent(File.OpenRead("file"));
request.Content.Headers.Add("Content-Type", ${quote(body.mediaType)});
`
    case 'multipart': {
      const files = body.files.map(
        (name) => `    { new StreamContent(File.OpenRead(${quote(name)})), ${quote(name)}, ${quote(name)} },\n`,
      )
      const fields = body.fields.map(([name, value]) => `    { new StringContent(${quote(value)}), ${quote(name)} },\n`)
      return `request.Content = new MultipartFormDataContent\n{\n${[...files, ...fields].join('')}};\n`
    }
  }
}

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const id = requestId
    ? `response.Headers.TryGetValues(${quote(requestId)}, out var ids);\nConsole.WriteLine($"{(int)response.StatusCode} {ids?.First()}");\n`
    : 'Console.WriteLine((int)response.StatusCode);\n'
  if (!hasErrorType && !result.key) return `${id}Console.WriteLine(text);\n`
  const shown = result.key ? `json.RootElement.GetProperty(${quote(result.key)})` : 'text'
  const value = hasErrorType
    ? `response.IsSuccessStatusCode
    ? ${shown}${result.key ? '' : ''}
    : json.RootElement.GetProperty("error").GetProperty("type")`
    : shown
  return `${id}using var json = JsonDocument.Parse(text);\nConsole.WriteLine(${value});\n`
}
