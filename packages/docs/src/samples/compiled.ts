import { quote } from './literal.ts'
import { address, capitalize, writeJson, type Sample } from './request.ts'

/** Between backquotes Go takes everything as it is, so a backquote of the JSON is written as JSON's own escape. */
const quoteGo = (json: string) => `\`${json.replaceAll('`', String.raw`\u0060`)}\``

export const goNetHttp: Sample = {
  id: 'go',
  // The name alone reads like a request to go somewhere, which says nothing of where a link leads.
  label: 'Golang',
  language: 'go',
  write: (request) => `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"${request.body === undefined ? '' : '\n\t"strings"'}
)

func main() {
${request.body === undefined ? '' : `\tbody := strings.NewReader(${quoteGo(writeJson(request.body))})\n`}	request, err := http.NewRequest("${request.method}", ${quote(address(request))}, ${request.body === undefined ? 'nil' : 'body'})
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("SEAM_API_KEY"))
${request.body === undefined ? '' : '\trequest.Header.Set("Content-Type", "application/json")\n'}	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Status, string(answer))
}
`,
}

export const csharpHttpClient: Sample = {
  id: 'csharp',
  label: 'C#',
  language: 'csharp',
  // JSON never has three quotes in a row, which would end the raw string.
  write: (request) => `using System.Net.Http.Headers;
using System.Text;

using var client = new HttpClient();
client.DefaultRequestHeaders.Authorization =
    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("SEAM_API_KEY"));
using var request = new HttpRequestMessage(HttpMethod.${capitalize(request.method)}, ${quote(address(request))});
${
  request.body === undefined
    ? ''
    : `request.Content = new StringContent(
    """
    ${writeJson(request.body, '    ')}
    """,
    Encoding.UTF8,
    "application/json");
`
}using var response = await client.SendAsync(request);
Console.WriteLine(await response.Content.ReadAsStringAsync());
`,
}

export const javaHttp: Sample = {
  id: 'java',
  label: 'Java',
  language: 'java',
  // A text block reads escapes before the JSON parser does.
  write: (request) => `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

class Call {
  public static void main(String[] arguments) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(${quote(address(request))}))
        .header("Authorization", "Bearer " + System.getenv("SEAM_API_KEY"))
${
  request.body === undefined
    ? `        .method("${request.method}", HttpRequest.BodyPublishers.noBody())`
    : `        .header("Content-Type", "application/json")
        .method("${request.method}", HttpRequest.BodyPublishers.ofString("""
            ${writeJson(request.body, '            ').replaceAll('\\', '\\\\')}
            """))`
}
        .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    System.out.println(response.statusCode() + " " + response.body());
  }
}
`,
}
