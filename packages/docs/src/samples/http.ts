import { php, python, quote, ruby, writeLiteral } from './literal.ts'
import { address, capitalize, writeJson, type Sample, type SampleRequest } from './request.ts'

/** Of a shell: nothing but the quote itself has a meaning between single quotes. */
const quoteShell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

export const curl: Sample = {
  id: 'curl',
  label: 'cURL',
  language: 'shellscript',
  write: (request) =>
    [
      `curl ${request.method === 'GET' ? '' : `--request ${request.method} `}${quoteShell(address(request))}`,
      '--header "Authorization: Bearer $SEAM_API_KEY"',
      ...(request.body === undefined
        ? []
        : ["--header 'Content-Type: application/json'", `--data ${quoteShell(writeJson(request.body))}`]),
    ].join(' \\\n  ') + '\n',
}

export const pythonRequests: Sample = {
  id: 'python',
  label: 'Python',
  language: 'python',
  write: (request) => `import os

import requests

response = requests.${request.method.toLowerCase()}(
    ${quote(address(request))},
    headers={"Authorization": f"Bearer {os.environ['SEAM_API_KEY']}"},
${request.body === undefined ? '' : `    json=${writeLiteral(request.body, python, '    ')},\n`}    timeout=30,
)
response.raise_for_status()
print(response.json()${request.result.key ? `[${quote(request.result.key)}]` : ''})
`,
}

export const rubyNetHttp: Sample = {
  id: 'ruby',
  label: 'Ruby',
  language: 'ruby',
  write: (request) => `require "json"
require "net/http"

uri = URI(${quote(address(request))})
request = Net::HTTP::${capitalize(request.method)}.new(uri)
request["Authorization"] = "Bearer #{ENV.fetch("SEAM_API_KEY")}"
${
  request.body === undefined
    ? ''
    : `request["Content-Type"] = "application/json"
request.body = JSON.generate(${writeLiteral(request.body, ruby)})
`
}
response = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }
puts response.code, response.body
`,
}

export const phpCurl: Sample = {
  id: 'php',
  label: 'PHP',
  language: 'php',
  write: (request) => `<?php
$curl = curl_init(${quotePhpAddress(request)});
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => '${request.method}',
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('SEAM_API_KEY'),
${
  request.body === undefined
    ? '    ],\n'
    : `        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode(${writeLiteral(request.body, php, '    ')}),
`
}    CURLOPT_RETURNTRANSFER => true,
]);
echo curl_exec($curl);
`,
}

const quotePhpAddress = (request: SampleRequest) => php.text(address(request))
