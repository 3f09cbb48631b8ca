export declare const client: {
  configure(config: { serverUrl: string; auth: { bearer: string } }): void
  acs_credentials_create(input: { body: object }): Promise<{ acs_credential: unknown }>
}
