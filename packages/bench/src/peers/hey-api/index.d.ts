export declare function acsCredentialsCreate(options: { body: object }): Promise<{ data?: { acs_credential: unknown } }>
