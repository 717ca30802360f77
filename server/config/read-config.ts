import { BlockList, isIP } from 'node:net';
import { nearNames } from './near-names.ts';
import {
  type Config,
  LOG_LEVELS,
  type LogLevel,
  type Mistake,
  PLAIN_HTTP_WORDS,
  type Setting,
} from './settings.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Wrong = (setting: Setting, allowed: string) => undefined;

/**
 * The settings from the environment, or everything that is wrong with them at once. An empty value counts as not set.
 *
 * @param canRead whether this process can read a file; handed in so that nothing here touches the disk.
 */
export function readConfig(
  env: Env,
  canRead: (path: string) => boolean,
): { readonly config: Config } | { readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong: Wrong = (setting, allowed) => {
    mistakes.push({ setting, words: `${setting} is ${shown(env[setting])}; ${allowed}` });
    return undefined;
  };
  for (const { written, meant } of nearNames(env)) {
    mistakes.push({ setting: written, words: `${written} is not a setting; did you mean ${meant}?` });
  }
  const tls = readTls(env, wrong, canRead);
  const config: Config = {
    port: readPort(env, wrong) ?? 0,
    host: readHost(env, wrong) ?? DEFAULT_HOST,
    dataDir: value(env, 'DATA_DIR') ?? './data',
    publicOrigin: readOrigin(env, wrong),
    tls,
    trustedProxies: readProxies(env, wrong) ?? [],
    logLevel: readLogLevel(env, wrong),
    serviceName: value(env, 'SERVICE_NAME') ?? 'windchime',
  };
  if (mistakes.length === 0) checkSafety(config, env, wrong);
  return mistakes.length > 0 ? { mistakes } : { config };
}

/** The address people type. `port` is the one listened on, for a server whose settings name no address. */
export const originOf = (config: Config, port: number): string =>
  config.publicOrigin ?? `${config.tls ? 'https' : 'http'}://localhost:${port}`;

const DEFAULT_HOST = '127.0.0.1';

const value = (env: Env, setting: Setting) => env[setting]?.trim() || undefined;

/** What was written, short enough to read and without what could disturb a terminal. */
const shown = (text: string | undefined) =>
  text === undefined ? 'not set' : JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

function readPort(env: Env, wrong: Wrong): number | undefined {
  const text = value(env, 'PORT') ?? '8080';
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535
    ? port
    : wrong('PORT', 'it must be a whole number from 0 to 65535');
}

function readHost(env: Env, wrong: Wrong): string | undefined {
  const host = value(env, 'HOST') ?? DEFAULT_HOST;
  return isIP(host) || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(host)
    ? host
    : wrong('HOST', 'it must be an address or name of this machine, such as 127.0.0.1 or 0.0.0.0');
}

function readOrigin(env: Env, wrong: Wrong): string | undefined {
  const text = value(env, 'PUBLIC_ORIGIN');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username;
  return isOrigin
    ? url.origin
    : wrong(
        'PUBLIC_ORIGIN',
        'it must be the address people type, without a path, such as https://music.example.org',
      );
}

function readTls(env: Env, wrong: Wrong, canRead: (path: string) => boolean): Config['tls'] {
  const certFile = value(env, 'TLS_CERT_FILE');
  const keyFile = value(env, 'TLS_KEY_FILE');
  if (certFile && !keyFile) return wrong('TLS_KEY_FILE', 'it must be set when TLS_CERT_FILE is');
  if (keyFile && !certFile) return wrong('TLS_CERT_FILE', 'it must be set when TLS_KEY_FILE is');
  if (!certFile || !keyFile) return undefined;
  if (!canRead(certFile)) wrong('TLS_CERT_FILE', 'it must be a file this program can read');
  if (!canRead(keyFile)) wrong('TLS_KEY_FILE', 'it must be a file this program can read');
  return { certFile, keyFile };
}

function readProxies(env: Env, wrong: Wrong): readonly string[] | undefined {
  const entries = (value(env, 'TRUSTED_PROXY') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.every((entry) => networkOf(entry) !== undefined)
    ? entries
    : wrong(
        'TRUSTED_PROXY',
        'it must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8',
      );
}

function readLogLevel(env: Env, wrong: Wrong): LogLevel | undefined {
  const text = value(env, 'LOG_LEVEL');
  if (text === undefined) return undefined;
  return (
    LOG_LEVELS.find((level) => level === text) ??
    wrong('LOG_LEVEL', `it must be one of ${LOG_LEVELS.join(', ')}`)
  );
}

/** An address that is not localhost needs TLS, its own or a named proxy's, unless an operator writes otherwise. */
function checkSafety(config: Config, env: Env, wrong: Wrong): void {
  const words = value(env, 'ALLOW_PLAIN_HTTP');
  if (words !== undefined && words !== PLAIN_HTTP_WORDS) {
    wrong('ALLOW_PLAIN_HTTP', `if set it must be exactly ${PLAIN_HTTP_WORDS}`);
  }
  const isOpen = !isLoopback(config.host);
  if (isOpen && config.publicOrigin === undefined) {
    wrong('PUBLIC_ORIGIN', `it must be set when HOST (${config.host}) can be reached from other machines`);
  }
  const origin = new URL(config.publicOrigin ?? 'http://localhost');
  const isProxied = config.trustedProxies.length > 0;
  if (origin.protocol === 'http:' && config.publicOrigin !== undefined && config.tls) {
    wrong('PUBLIC_ORIGIN', 'it must begin with https:// when TLS_CERT_FILE is set');
  } else if (origin.protocol === 'http:' && !isLoopback(origin.hostname) && words === undefined) {
    wrong(
      'PUBLIC_ORIGIN',
      'an address that is not localhost must begin with https://; on a closed network without TLS, set ' +
        `ALLOW_PLAIN_HTTP=${PLAIN_HTTP_WORDS}`,
    );
  } else if (origin.protocol === 'https:' && !config.tls && !isProxied) {
    wrong(
      'PUBLIC_ORIGIN',
      'https needs TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXY with the address of the proxy that has the certificate',
    );
  }
}

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether an address belongs to one of the addresses and networks (CIDR). An IPv4 address in IPv6 clothes is known too. */
export function isWithin(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const entry of networks) {
    const network = networkOf(entry);
    if (network) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}

function networkOf(entry: string) {
  const [address = '', length, ...rest] = entry.split('/');
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  const prefix = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (version === 0 || rest.length > 0 || !(prefix <= longest)) return undefined;
  return { address, prefix, family: version === 4 ? ('ipv4' as const) : ('ipv6' as const) };
}
