/** Every setting the server reads from its environment; OPERATIONS.md says what each is for. */
export const SETTINGS = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'PUBLIC_ORIGIN',
  'TLS_CERT_FILE',
  'TLS_KEY_FILE',
  'TRUSTED_PROXY',
  'ALLOW_PLAIN_HTTP',
  'LOG_LEVEL',
  'SERVICE_NAME',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** The words an operator writes to allow HTTP without TLS: long enough that nobody sets them by habit. */
export const PLAIN_HTTP_WORDS = 'on-a-closed-network';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of one installation, checked. */
export interface Config {
  /** 0: any free port, for tests. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Scheme, host and port people type; undefined when it is localhost and whatever port was given. */
  readonly publicOrigin: string | undefined;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel | undefined;
  readonly serviceName: string;
}

/** One thing that is wrong, in words for the operator. */
export interface Mistake {
  readonly setting: string;
  readonly words: string;
}
