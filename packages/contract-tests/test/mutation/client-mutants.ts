export interface ClientMutant {
  /** A file of the client's build, */
  file: string
  /** what the client does wrong, */
  name: string
  /** a text that the file has once, */
  text: string
  /** what stands there instead, */
  replacement: string
  /** and by what it is noticed; another may notice it as well. */
  noticedBy: string
}

type Edit = [file: string, name: string, text: string, replacement: string]

/** Edits of the built client, under the exchange or the promise of the README that they break. */
const edits: Record<string, Edit[]> = {
  'an answer is read whole up to a limit': [
    ['answer.js', 'answers of any size are read', 'if (size > limit)', 'if (false)'],
    ['answer.js', 'the limit is one of characters read so far', 'size += value.length;', 'size = value.length;'],
    ['answer.js', 'texts are decoded part by part', '{ stream: !done }', '{}'],
    ['answer.js', 'a body that is cut off counts as whole', 'const flaw = failure', 'const flaw = false'],
    ['answer.js', 'too large is called cut off', 'failure instanceof RangeError', 'false'],
    ['send.js', 'a broken answer is none', 'if (response)', 'if (response && !reason)'],
  ],
  'no error repeats the key or the PIN code': [
    [
      'answer.js',
      'error answers are shown as they are',
      'ok ? undefined : (_, value) => hideSecretsInValue(request, value)',
      'undefined',
    ],
    ['answer.js', 'texts of errors are shown as they are', 'text = hideSecrets(request, body);', 'text = body;'],
    ['answer.js', 'excerpts show PIN codes', '(?:\\w*code|card_number)', '(?:card_number)'],
    ['answer.js', 'excerpts show card numbers', '|card_number', ''],
    ['answer.js', 'excerpts repeat secrets', 'const shown = hideSecrets(request, text)', 'const shown = text'],
    ['secrets.js', 'keys that are repeated are shown', "text.replaceAll(token, '…')", 'text'],
    ['secrets.js', 'PIN codes that are repeated are shown', "return hidden.replace(alone, '…');", 'return hidden;'],
    ['secrets.js', 'PIN codes are hidden in ids', '(?!\\\\w|-\\\\w)', ''],
    [
      'secrets.js',
      'numbers are shown',
      "typeof value !== 'string' && typeof value !== 'number'",
      "typeof value !== 'string'",
    ],
  ],
  'a redirect': [
    ['answer.js', 'a redirect is an API error', 'status < 200 || (status > 299 && status < 400)', 'false'],
    ['send.js', 'redirects are followed', "redirect: 'manual'", "redirect: 'follow'"],
    ['send.js', 'a redirect is a connection error', "redirect: 'manual'", "redirect: 'error'"],
  ],
  'a refusal with a request id in its body': [
    ['answer.js', '400 is a redirect', 'status < 400', 'status <= 400'],
    ['answer.js', 'errors lose their text', 'text: shown.slice(0, 200)', "text: ''"],
    ['answer.js', 'errors lose their status', 'status: response.status, requestId', 'status: 0, requestId'],
    [
      'client.js',
      'errors are of another method',
      'const operation = `POST ${path}`',
      'const operation = `GET ${path}`',
    ],
    ['client.js', 'errors are swallowed', 'if (!response.ok)', 'if (false)'],
    ['client.js', 'errors lose their body', 'describe(), error), body: error', 'describe(), undefined), body: error'],
    ['client.js', 'results lose their error', 'body: error }', 'body: undefined }'],
    ['client.js', 'the call never fails', 'if (error)\n                    throw error;', ''],
    ['client.js', 'asResult leaves a rejection behind', 'promise.catch(() => { });', ''],
    ['client.js', 'known refusals are unexpected', '!error.type || !statuses.includes(status)', 'true'],
    ['client.js', 'results have the exception', 'status, error: body.error, ...answer', 'status, error, ...answer'],
    [
      'errors.js',
      'API errors are no Seam errors',
      'class SeamApiError extends SeamError',
      'class SeamApiError extends Error',
    ],
    ['errors.js', 'API errors have another name', "name = 'SeamApiError'", "name = 'Error'"],
    ['errors.js', 'the request id of the body is overlooked', 'details.requestId ?? request_id', 'details.requestId'],
    ['errors.js', 'messages lose the type', '` ${type}: ${message}`', '`: ${message}`'],
    ['errors.js', 'messages lose the request id', "${requestId ? ` (request ${requestId})` : ''}", ''],
    ['errors.js', 'messages lose the status', '${details.status}${reason}', '${reason}'],
    [
      'errors.js',
      'errors lose the request id',
      '{ requestId, type, validationErrors }',
      '{ requestId: undefined, type, validationErrors }',
    ],
    ['errors.js', 'errors lose the type', '{ requestId, type, validationErrors }', '{ requestId, validationErrors }'],
    [
      'errors.js',
      'errors lose status and text',
      'Object.assign(this, details, { requestId,',
      'Object.assign(this, { requestId,',
    ],
  ],
  'a success that is no JSON': [
    [
      'answer.js',
      'a missing request id is null',
      "(answer.headers.get('seam-request-id') ?? undefined)",
      "answer.headers.get('seam-request-id')",
    ],
    [
      'answer.js',
      'a success need not be an object',
      "ok && (typeof json !== 'object' || !json) && 'no JSON object'",
      'false',
    ],
    [
      'answer.js',
      'errors of answers are connection errors',
      'return new SeamResponseError(`${describeOperation',
      'return new Error(`${describeOperation',
    ],
    ['answer.js', 'errors name the whole address', 'new URL(url).pathname}`', 'url}`'],
    ['answer.js', 'errors lose the method', '`${method} ${new URL', '`${new URL'],
    ['client.js', 'asResult throws', 'toResult(operation, ended), toUnexpected)', 'toResult(operation, ended))'],
    [
      'errors.js',
      'response errors are no Seam errors',
      'class SeamResponseError extends SeamError',
      'class SeamResponseError extends Error',
    ],
    ['errors.js', 'response errors have another name', "name = 'SeamResponseError'", "name = 'Error'"],
    [
      'errors.js',
      'response errors lose their details',
      'Object.assign(this, details, { issues });',
      'Object.assign(this, { issues });',
    ],
    [
      'transport.js',
      'errors are returned',
      'throw outcome;\n                return',
      'return outcome;\n                return',
    ],
  ],
  'a success that is null': [
    ['answer.js', 'null is a success', "(typeof json !== 'object' || !json)", "typeof json !== 'object'"],
  ],
  'a success': [
    ['answer.js', 'answers lose their text', 'text: async () => text, ', "text: async () => '', "],
    ['answer.js', 'answers lose their JSON', 'json: async () => json, ', 'json: async () => ({}), '],
    ['answer.js', 'request ids come from another header', "'seam-request-id'", "'x-request-id'"],
    ['client.js', 'calls are of another method', 'fetchClient.POST(', 'fetchClient.PUT('],
    [
      'client.js',
      'the body is encoded twice',
      'const init = { baseUrl: endpoint, body,',
      'const init = { baseUrl: endpoint, body: JSON.stringify(body),',
    ],
    [
      'client.js',
      'the body is wrapped',
      'const init = { baseUrl: endpoint, body,',
      'const init = { baseUrl: endpoint, body: { body },',
    ],
    [
      'client.js',
      'defaults are sent',
      'const init = { baseUrl: endpoint, body,',
      'const init = { baseUrl: endpoint, body: { is_multi_phone_sync_credential: false, ...body },',
    ],
    ['client.js', 'the path ends with a slash', 'fetchClient.POST(path,', 'fetchClient.POST(`${path}/`,'],
    ['client.js', 'the whole answer is returned', 'const data = json[resultKey];', 'const data = json;'],
    [
      'client.js',
      'the credential is a copy with less',
      'return { response, data };',
      'const { display_name, ...rest } = data; return { response, data: rest };',
    ],
    [
      'client.js',
      'the call returns the exchange',
      'return data;\n            });',
      'return { data };\n            });',
    ],
    [
      'client.js',
      'withResponse gives the exchange',
      'return { data, response, requestId: readRequestId(response) };',
      'return { data, response };',
    ],
    ['client.js', 'withResponse loses the answer', 'return { data, response, requestId', 'return { data, requestId'],
    [
      'client.js',
      'results lose their request id',
      'requestId: readRequestId(response) };\n    if',
      'requestId: undefined };\n    if',
    ],
    [
      'client.js',
      'results of a success are not ok',
      'return { ok: true, status, data, ...answer };',
      'return { ok: false, status, data, ...answer };',
    ],
    [
      'client.js',
      'results of a success lose their status',
      'return { ok: true, status, data, ...answer };',
      'return { ok: true, data, ...answer };',
    ],
    [
      'client.js',
      'results of a success lose the answer',
      'return { ok: true, status, data, ...answer };',
      'return { ok: true, status, data, requestId: answer.requestId };',
    ],
    ['credentials.js', 'the key is no bearer token', '`Bearer ${token}`', '`Basic ${token}`'],
    ['credentials.js', '"bearer" is lower case', '`Bearer ${token}`', '`bearer ${token}`'],
    ['credentials.js', 'the key goes to another header', '{ authorization:', "{ 'x-api-key':"],
    ['credentials.js', 'the key is not sent', 'authorization: `Bearer ${token}`, ', ''],
    ['fetch-client.js', 'the path client loses the address', '{ baseUrl, fetch', '{ fetch'],
    ['fetch-client.js', 'the path client sends with the global fetch', 'fetch: transport, ', ''],
    [
      'fetch-client.js',
      'paths are joined with two slashes',
      'this.url = url;',
      "this.url = url.replace('/acs', '//acs');",
    ],
    ['fetch-client.js', 'addresses get a query', 'this.url = url;', 'this.url = `${url}?v=1`;'],
    [
      'fetch-client.js',
      'requests lose what they hold',
      'Object.assign(this, init);',
      'Object.assign(this, { method: init.method, headers: init.headers });',
    ],
    [
      'fetch-client.js',
      'every request is a PUT',
      'Object.assign(this, init);',
      "Object.assign(this, init, { method: 'PUT' });",
    ],
    [
      'fetch-client.js',
      'content types are lost',
      'Object.assign(this, init);',
      "Object.assign(this, init); this.headers.delete('content-type');",
    ],
    [
      'fetch-client.js',
      'content types get a charset',
      'Object.assign(this, init);',
      "Object.assign(this, init); this.headers.append('content-type', 'charset=utf-8');",
    ],
    [
      'fetch-client.js',
      'bodies are indented',
      'Object.assign(this, init);',
      "Object.assign(this, init); this.body = this.body && this.body.replaceAll(',', ', ');",
    ],
    ['operations.gen.js', 'the path is another', "path: '/acs/credentials/create'", "path: '/acs/credentials/update'"],
    ['options.js', 'no body may be large', '10 * 1024 * 1024', '0'],
    ['options.js', 'options are overlooked', '.filter(([, value]) => value !== undefined)', '.filter(() => false)'],
    ['seam.js', 'the path client is missing', ', { fetchClient: client.fetchClient }', ''],
    ['send.js', 'headers are lost', 'method, headers, body, redirect', 'method, body, redirect'],
    ['send.js', 'bodies are lost', 'headers, body, redirect', 'headers, redirect'],
  ],
  'the excerpt of an answer is short': [
    ['answer.js', 'excerpts are whole', 'text: shown.slice(0, 200)', 'text: shown'],
  ],
  'the key and the endpoint come from the environment, and an option wins': [
    [
      'client.js',
      'the key cannot be the only argument',
      "typeof options === 'string' ? { apiKey: options } : options",
      'options',
    ],
    ['credentials.js', 'the key of the environment is overlooked', 'apiKey: apiKey || defaultKey', 'apiKey'],
    [
      'credentials.js',
      'the key of the environment wins',
      'apiKey: apiKey || defaultKey',
      'apiKey: defaultKey || apiKey',
    ],
    [
      'credentials.js',
      'a wrong key is found out late',
      "if (typeof value !== 'function')\n            check(name, value);",
      ';',
    ],
    ['credentials.js', 'no key is needed', 'if (!value)', 'if (false)'],
    ['options.js', 'the endpoint of the environment is overlooked', "readEnvironment('SEAM_ENDPOINT') ?? ", ''],
    ['options.js', 'the default endpoint is another', 'https://connect.getseam.com', 'https://api.getseam.com'],
    ['options.js', 'an empty variable is a key', 'process?.env?.[name] || undefined', 'process?.env?.[name]'],
  ],
  'a call has options of its own': [
    [
      'client.js',
      'options of a call are overlooked',
      'callOptions ? overrideSettings(settings, callOptions) : settings',
      'settings',
    ],
    ['client.js', 'the endpoint of a call is overlooked', 'baseUrl: endpoint, ', ''],
    ['client.js', 'settings of a call are lost', ', settings: callSettings }', ' }'],
    [
      'operations.gen.js',
      'the function loses the options',
      'statuses: [400, 401, 404, 405, 429, 500, 503] }, body, options)',
      'statuses: [400, 401, 404, 405, 429, 500, 503] }, body)',
    ],
    [
      'operations.gen.js',
      'the method loses the options',
      '(body, options) => acsCredentialsCreate(client, body, options)',
      '(body) => acsCredentialsCreate(client, body)',
    ],
    ['options.js', 'every body is checked', 'validate: false', "validate: 'both'"],
    ['options.js', 'an undefined option is one', '.filter(([, value]) => value !== undefined)', ''],
    [
      'options.js',
      'the key of a call is overlooked',
      'isAuthenticated || createCredentials',
      'settings.credentials || createCredentials',
    ],
    [
      'options.js',
      'headers of the client are lost in a call with some',
      '{ ...settings.headers, ...options.headers }',
      '{ ...options.headers }',
    ],
    [
      'options.js',
      'headers of the client win',
      '{ ...settings.headers, ...options.headers }',
      '{ ...options.headers, ...settings.headers }',
    ],
    ['options.js', 'numbers are not checked', '!(overridden[name] >= 0)', 'false'],
    ['transport.js', 'settings of the call are overlooked', 'request.settings ?? clientSettings', 'clientSettings'],
  ],
  'bodies are checked where that is asked for': [
    ['client.js', 'requests are never checked', "validate === 'request' || validate === 'both'", 'false'],
    [
      'client.js',
      'requests are checked on "request" alone',
      "validate === 'request' || validate === 'both'",
      "validate === 'request'",
    ],
    [
      'client.js',
      'what is wrong is sent all the same',
      'if (issues.length > 0)\n                throw new SeamRequestError',
      'if (issues.length > 9)\n                throw new SeamRequestError',
    ],
    ['client.js', 'a wrong request is an API error', 'throw new SeamRequestError(', 'throw new SeamResponseError('],
    ['client.js', 'answers are never checked', "validate === 'response' || validate === 'both'", 'false'],
    [
      'client.js',
      'answers are checked on "both" alone',
      "validate === 'response' || validate === 'both'",
      "validate === 'both'",
    ],
    ['client.js', 'a wrong answer loses its issues', 'describe(), issues);', 'describe());'],
    ['client.js', 'issues lose their path', '`"${path}"`', '`"${message}"`'],
    ['errors.js', 'refused bodies lose their issues', 'this.issues = issues;', ''],
    ['retry.js', 'everything is repeated', "!isRepeatable(outcome, asked !== undefined, retry === 'always')", 'false'],
    ['retry.js', 'a POST is repeated on 400', 'status === 429 ||', 'status === 400 || status === 429 ||'],
  ],
  'a success without a result': [['client.js', 'the credential may be missing', 'if (!data)', 'if (false)']],
  'malformed JSON': [['client.js', 'errors of no envelope are expected', '!error.type || !statuses', '!statuses']],
  'a refusal with an unknown status': [
    ['client.js', 'unknown statuses are expected', '!error.type || !statuses.includes(status)', '!error.type'],
    ['client.js', 'unexpected results have a number', "status: 'unexpected', error", 'status: error.status, error'],
  ],
  'a result throws where no answer came': [
    [
      'client.js',
      'connection errors are results',
      'error instanceof SeamApiError || error instanceof SeamResponseError',
      'true',
    ],
  ],
  'what cannot authenticate is refused': [
    ['credentials.js', 'a key and a token go together', 'if (apiKey && personalAccessToken)', 'if (false)'],
    ['credentials.js', 'a token needs no workspace', 'if (!personalAccessToken !== !workspaceId)', 'if (false)'],
    [
      'credentials.js',
      'the message shows the key',
      'has a space or a line break: copy it again.',
      'has a space: ${value}',
    ],
    ['credentials.js', 'a key may have line breaks', '!/^[\\x21-\\x7e]+$/.test(value)', 'false'],
    ['credentials.js', 'client session tokens are fine', '(cst|pk)', '(pk)'],
    ['credentials.js', 'publishable keys are fine', '(cst|pk)', '(cst)'],
    ['credentials.js', 'access tokens are fine as keys', "name === 'apiKey' && value.startsWith('seam_at')", 'false'],
    ['options.js', 'NaN is a number', '!(overridden[name] >= 0)', 'overridden[name] < 0'],
    ['options.js', 'any scheme will do', '!/^https?:/i.test(overridden.endpoint) || ', ''],
  ],
  'a key that could not be got is asked for again': [
    [
      'credentials.js',
      'keys that were got are not checked',
      "check(name, typeof value === 'function' ? await value() : value)",
      "typeof value === 'function' ? await value() : value",
    ],
    [
      'credentials.js',
      'a failure to get the key lasts',
      'reading.catch(() => forget(reading));',
      'reading.catch(() => { });',
    ],
    ['transport.js', 'a key that never comes is waited for', 'if (end < Infinity || signal)', 'if (false)'],
  ],
  'a personal access token goes with its workspace': [
    [
      'credentials.js',
      'the workspace goes to another header',
      "'seam-workspace': workspace",
      "'seam-workspace-id': workspace",
    ],
    ['credentials.js', 'the workspace is not sent', "...(workspace && { 'seam-workspace': workspace })", ''],
    ['credentials.js', 'access tokens are refused as such', "name === 'apiKey' && value", 'value'],
  ],
  'a function that gets the key is asked once, and again when the key is refused': [
    ['credentials.js', 'the key is asked for each time', 'if (current)\n                return current;', ''],
    ['credentials.js', 'a refused key is kept', 'forget(refused);', ''],
    [
      'credentials.js',
      'a refused key is not asked for again',
      "return sources.some(([, value]) => typeof value === 'function');",
      'return false;',
    ],
    ['transport.js', 'a refused key is not renewed', 'status === 401 && ', 'false && '],
    ['transport.js', 'a refused key is renewed without end', ' && !isRefreshed && ', ' && attempt < 9 && '],
  ],
  'a refusal with a request id in its headers': [
    [
      'credentials.js',
      'a fixed key is tried again',
      "return sources.some(([, value]) => typeof value === 'function');",
      'return true;',
    ],
    ['errors.js', 'the request id of the header is overlooked', 'details.requestId ?? request_id', 'request_id'],
    ['operations.gen.js', 'a status is forgotten', '[400, 401, ', '[400, '],
  ],
  'a connection that could not be made is repeated, and a broken one is not': [
    ['errors.js', 'connections lose their code', 'this.code = code;', ''],
    ['retry.js', 'a refused connection is not repeated', '(ECONNREFUSED|', '('],
    ['retry.js', 'a broken connection is repeated', '(ECONNREFUSED|', '(ECONNRESET|ECONNREFUSED|'],
    ['send.js', 'the code is lost', 'cause?.code ?? code', 'code'],
    [
      'send.js',
      'the cause is kept',
      "no connection${code ? ` (${code})` : ''}`, code);",
      "no connection${code ? ` (${code})` : ''}`, code, error = reason);",
    ],
  ],
  'a refusal with validation errors': [
    ['errors.js', 'errors lose the validation errors', '{ requestId, type, validationErrors }', '{ requestId, type }'],
  ],
  'an empty answer that says so': [['errors.js', 'a proxy’s JSON breaks the error', 'body?.error;', 'body.error;']],
  'an error without a message': [
    [
      'errors.js',
      'any object is the API’s',
      "typeof error?.type === 'string' && typeof error.message === 'string' ? error : {}",
      'error ?? {}',
    ],
  ],
  'validation errors become a list': [
    ['issues.js', 'lists lose the message', '({ path, message }))', '({ path }))'],
    ['issues.js', 'indexes are names', '/^\\d+$/.test(name)', 'false'],
    ['issues.js', 'paths have one name', 'path ? `${path}.${name}` : name', 'name'],
    ['issues.js', 'paths begin with a dot', 'path ? `${path}.${name}` : name', '`${path}.${name}`'],
  ],
  'a header of the caller is sent, and one that authenticates wins': [
    ['operations.gen.js', 'the version is another', "version = '", "version = '9"],
    [
      'options.js',
      'headers of a call are lost',
      '{ ...settings.headers, ...options.headers }',
      '{ ...settings.headers }',
    ],
    ['transport.js', 'the user agent is another', '`seam-acs-client/', '`seam-client/'],
    [
      'transport.js',
      'headers of the client are not sent',
      "'user-agent': userAgent, ...headers }",
      "'user-agent': userAgent }",
    ],
    [
      'transport.js',
      'headers of the caller win',
      'setHeaders(tried.headers, context.headers);\n            setHeaders(tried.headers, await authentication);',
      'setHeaders(tried.headers, await authentication);\n            setHeaders(tried.headers, context.headers);',
    ],
  ],
  'the global fetch of the time of the call sends': [
    [
      'options.js',
      'the global fetch is bound early',
      'fetch: (url, init) => globalThis.fetch(url, init)',
      'fetch: globalThis.fetch',
    ],
  ],
  'hooks see each try, and what a hook adds is sent in that try alone': [
    ['options.js', 'calls are not repeated', 'maxRetries: 2', 'maxRetries: 0'],
    ['retry.js', 'Retry-After is ignored', 'asked ?? Math.random()', 'Math.random()'],
    ['retry.js', '429 is not repeated', 'status === 429 || ', ''],
    ['retry.js', 'retry-after-ms is ignored', "Number(read('retry-after-ms')), ", ''],
    [
      'transport.js',
      'hooks see the key',
      "headers: { 'user-agent': userAgent, ...headers }",
      "headers: { 'user-agent': userAgent, ...headers, ...(await credentials.headers()) }",
    ],
    ['transport.js', 'hooks before a request are not called', 'onRequest?.(context);', ''],
    ['transport.js', 'headers of a hook stay', 'headers: new Headers(request.headers)', 'headers: request.headers'],
    [
      'transport.js',
      'hooks after an answer are not called',
      'onResponse?.({ ...context, status, requestId: readRequestId(outcome), duration: now - start });',
      '',
    ],
    [
      'transport.js',
      'hooks lose the request id',
      'status, requestId: readRequestId(outcome), duration',
      'status, duration',
    ],
    ['transport.js', 'durations are points in time', 'duration: now - start', 'duration: performance.timeOrigin + now'],
    ['transport.js', 'hooks before a repetition are not called', 'onRetry?.({', '(() => {})?.({'],
  ],
  'a call is repeated twice unless told otherwise': [
    ['options.js', 'calls are repeated once too often', 'maxRetries: 2', 'maxRetries: 3'],
  ],
  'only what cannot have created a credential is repeated': [
    ['options.js', 'a POST is repeated on 500', "retry: 'safe'", "retry: 'always'"],
    ['retry.js', '503 is always repeated', '(status === 503 && isAsked)', 'status === 503'],
    ['retry.js', '503 is not repeated', '(status === 503 && isAsked) || ', ''],
    ['retry.js', 'a POST is repeated on 500 by default', '(always && (status', '((status'],
  ],
  'no error of a connection or of a header shows the key': [
    [
      'options.js',
      'the message shows a header',
      '`The header \\`${name}\\` has a forbidden character.`',
      '`The header \\`${name}\\` has ${value}.`',
    ],
    [
      'transport.js',
      'a forbidden header breaks the call',
      "throw new SeamError('A header has a forbidden character.');",
      'throw new TypeError(Object.values(values).join());',
    ],
  ],
  'the wait is what the server asks for': [
    ['retry.js', 'the wait has no limit', ', 60_000)', ', Infinity)'],
    ['retry.js', 'dates are read against the own clock', "(Date.parse(read('date')) || Date.now())", 'Date.now()'],
    ['retry.js', 'seconds are milliseconds', 'Number(after) * 1000', 'Number(after)'],
    ['transport.js', 'there is no wait', 'await sleep(delay, signal);', ''],
    ['within.js', 'waits are short', 'setTimeout(end, milliseconds)', 'setTimeout(end, milliseconds / 2)'],
  ],
  'a wait that nobody asked for is random and grows': [
    ['retry.js', 'the wait is not random', 'Math.random() * ', ''],
    ['retry.js', 'the wait does not grow', '500 * 2 ** attempt', '500'],
    ['retry.js', 'the wait grows without end', 'Math.min(500 * 2 ** attempt, 8000)', '500 * 2 ** attempt'],
  ],
  'a call without an answer ends in time': [
    ['retry.js', 'a timeout is repeated', 'return always;', 'return true;'],
    ['send.js', 'the deadline is overlooked', 'Math.min(timeout || Infinity, remaining)', 'timeout || Infinity'],
    ['send.js', 'the timeout is overlooked', 'Math.min(timeout || Infinity, remaining)', 'remaining'],
    ['send.js', 'no timeout is one of nothing', 'timeout || Infinity', 'timeout'],
    ['send.js', 'a timeout is a connection error', 'return new SeamTimeoutError(', 'return new SeamConnectionError('],
    ['within.js', 'nothing is ever stopped', 'const timer = isLimited ?', 'const timer = false ?'],
  ],
  'everything that may help is repeated where that is asked for': [
    ['retry.js', '408 is not repeated where it should be', 'status === 408 || ', ''],
    ['retry.js', '502 is not repeated where it should be', 'status >= 500', 'status === 500'],
    ['retry.js', '404 is repeated where all is', 'status >= 500', 'status >= 404'],
  ],
  'a refusal with more data': [
    ['secrets.js', 'values become texts', 'hidden === `${value}` ? value : hidden', 'hidden'],
  ],
  'another method': [
    ['send.js', 'the method is always POST', 'fetch(url, { method, headers', "fetch(url, { method: 'POST', headers"],
  ],
  'a signal ends the call with its reason': [
    [
      'send.js',
      'the signal is overlooked',
      'within(limit, callerSignal, exchange)',
      'within(limit, undefined, exchange)',
    ],
    ['send.js', 'the reason of the signal is lost', 'throw callerSignal.reason;', "throw new Error('aborted');"],
    [
      'transport.js',
      'a signal that has aborted is overlooked',
      'if (signal?.aborted)\n                throw signal.reason;\n            const',
      'const',
    ],
    ['transport.js', 'a wait heeds no signal', 'sleep(delay, signal)', 'sleep(delay)'],
    ['within.js', 'the signal stops nothing', "callerSignal?.addEventListener('abort', stop);", ''],
  ],
  'too many requests': [
    ['transport.js', 'a call is repeated once too often', 'retries < maxRetries', 'retries <= maxRetries'],
  ],
  'a call that would outlast its deadline ends at once with what it has': [
    ['transport.js', 'a call is repeated beyond its deadline', 'now + delay >= end', 'delay === Infinity'],
  ],
}

export const clientMutants: ClientMutant[] = Object.entries(edits).flatMap(([noticedBy, rows]) =>
  rows.map(([file, name, text, replacement]) => ({ file, name, text, replacement, noticedBy })),
)

/** Edits that nobody can notice, with the reason. */
export const equivalentMutants: (Omit<ClientMutant, 'noticedBy'> & { reason: string })[] = [
  {
    file: 'client.js',
    name: 'falsy reasons of a signal are lost',
    text: 'throw signal?.aborted ? signal.reason : error;',
    replacement: 'throw error;',
    reason: 'every reason of these checks is truthy, and only a falsy one is lost by openapi-fetch',
  },
  {
    file: 'retry.js',
    name: 'successes are repeated',
    text: "'ok' in outcome && outcome.ok",
    replacement: 'false',
    reason: 'a 2xx is repeatable by no later rule either',
  },
  {
    file: 'transport.js',
    name: 'the user agent ends with a blank',
    text: '.trim()',
    replacement: '',
    reason: 'a header value is trimmed by every runtime',
  },
]
