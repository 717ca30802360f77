import { describe, expect, it } from 'vitest';
import { isWithin, originOf, readConfig } from '../../../server/config/read-config.ts';

type Env = Record<string, string>;
const read = (env: Env, readable = ['/c.pem', '/k.pem']) =>
  readConfig(env, (path) => readable.includes(path));
const config = (env: Env) => {
  const result = read(env);
  if ('mistakes' in result) throw new Error(result.mistakes.map(({ words }) => words).join('\n'));
  return result.config;
};
const mistakes = (env: Env) => {
  const result = read(env);
  return 'mistakes' in result ? result.mistakes.map(({ words }) => words) : [];
};
const TLS = { TLS_CERT_FILE: '/c.pem', TLS_KEY_FILE: '/k.pem' };

describe('Settings', () => {
  it('with none it is localhost, port 8080, ./data', () => {
    expect(config({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: './data',
      publicOrigin: undefined,
      tls: undefined,
      trustedProxies: [],
      logLevel: undefined,
      serviceName: 'windchime',
    });
    expect(originOf(config({}), 8080)).toBe('http://localhost:8080');
  });

  it('an empty value counts as not set', () => {
    expect(config({ PORT: '', PUBLIC_ORIGIN: ' ', LOG_LEVEL: '' })).toEqual(config({}));
  });

  it('all mistakes are told at once, each with the value seen and the value allowed', () => {
    const told = mistakes({
      PORT: '80a',
      HOST: 'not a host',
      PUBLIC_ORIGIN: 'music.example',
      TLS_CERT_FILE: '/c.pem',
      TRUSTED_PROXY: '10.0.0.0/33',
      LOG_LEVEL: 'loud',
      DATADIR: '/srv',
    });
    expect(told.map((words) => words.split(' ')[0])).toEqual([
      'DATADIR',
      'TLS_KEY_FILE',
      'PORT',
      'HOST',
      'PUBLIC_ORIGIN',
      'TRUSTED_PROXY',
      'LOG_LEVEL',
    ]);
    expect(told).toContain('PORT is "80a"; it must be a whole number from 0 to 65535');
    expect(told).toContain('TLS_KEY_FILE is not set; it must be set when TLS_CERT_FILE is');
    expect(told).toContain('DATADIR is not a setting; did you mean DATA_DIR?');
  });

  it.each(['-1', '65536', '8080.5', '1e3', '0x50', 'http'])('PORT=%s is refused', (port) => {
    expect(mistakes({ PORT: port })).toHaveLength(1);
  });
  it.each(['0', '1', '65535'])('PORT=%s is taken', (port) => {
    expect(config({ PORT: port }).port).toBe(Number(port));
  });

  it('a value too long for a screen is cut, and what could disturb a terminal is spelled out', () => {
    const [told] = mistakes({ LOG_LEVEL: `\u001b[2J${'x'.repeat(500)}` });
    expect(told?.length).toBeLessThan(200);
    expect(told).toContain('\\u001b');
  });

  it.each([
    'https://music.example/path',
    'https://music.example?x',
    'https://me@music.example',
    'ftp://x',
    '*',
  ])('PUBLIC_ORIGIN=%s is no address without a path', (origin) => {
    expect(mistakes({ PUBLIC_ORIGIN: origin, TRUSTED_PROXY: '127.0.0.1' })).toHaveLength(1);
  });

  it('PUBLIC_ORIGIN is written as browsers write it', () => {
    const env = { PUBLIC_ORIGIN: 'HTTPS://Music.Example:443/', TRUSTED_PROXY: '127.0.0.1' };
    expect(config(env).publicOrigin).toBe('https://music.example');
  });
});

describe('An address that is not localhost', () => {
  it('needs TLS', () => {
    expect(mistakes({ PUBLIC_ORIGIN: 'http://10.0.0.2:8080', HOST: '0.0.0.0' })[0]).toContain(
      'must begin with https://',
    );
    expect(mistakes({ PUBLIC_ORIGIN: 'https://music.example' })[0]).toContain('https needs TLS_CERT_FILE');
    expect(config({ PUBLIC_ORIGIN: 'https://music.example', HOST: '0.0.0.0', ...TLS }).tls).toEqual({
      certFile: '/c.pem',
      keyFile: '/k.pem',
    });
    expect(mistakes({ PUBLIC_ORIGIN: 'https://music.example', TRUSTED_PROXY: '10.1.2.3' })).toEqual([]);
  });

  it('is plain HTTP only where an operator wrote the very words', () => {
    const env = { PUBLIC_ORIGIN: 'http://10.0.0.2:8080', HOST: '0.0.0.0' };
    for (const words of ['1', 'true', 'yes', 'On-A-Closed-Network']) {
      expect(mistakes({ ...env, ALLOW_PLAIN_HTTP: words })).toEqual([
        `ALLOW_PLAIN_HTTP is "${words}"; if set it must be exactly on-a-closed-network`,
      ]);
    }
    expect(mistakes({ ...env, ALLOW_PLAIN_HTTP: 'on-a-closed-network' })).toEqual([]);
  });

  it('must be named when other machines can reach the server', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'ward-server']) {
      expect(mistakes({ HOST: host })[0]).toContain('PUBLIC_ORIGIN is not set');
    }
    for (const host of ['127.0.0.1', '127.9.9.9', '::1', 'localhost'])
      expect(mistakes({ HOST: host })).toEqual([]);
  });

  it('does not hide behind a name that only looks like localhost', () => {
    for (const name of ['localhost.example', '127.0.0.1.example', '127.example']) {
      expect(mistakes({ PUBLIC_ORIGIN: `http://${name}` })).toHaveLength(1);
    }
    for (const name of ['localhost:9000', '127.0.0.1:9000', '[::1]:9000']) {
      expect(mistakes({ PUBLIC_ORIGIN: `http://${name}` })).toEqual([]);
    }
  });

  it('a certificate that cannot be read is a mistake, and so is one for an http address', () => {
    const unreadable = readConfig({ PUBLIC_ORIGIN: 'https://music.example', ...TLS }, () => false);
    expect('mistakes' in unreadable && unreadable.mistakes.map(({ setting }) => setting)).toEqual([
      'TLS_CERT_FILE',
      'TLS_KEY_FILE',
    ]);
    expect(mistakes({ PUBLIC_ORIGIN: 'http://localhost:8443', ...TLS })[0]).toContain(
      'must begin with https://',
    );
  });
});

describe('Names that are nearly ours', () => {
  it.each([
    ['PUBLIC_ORGIN', 'PUBLIC_ORIGIN'],
    ['DATA_DRI', 'DATA_DIR'],
    ['public_origin', 'PUBLIC_ORIGIN'],
    ['TRUSTED_PROXYS', 'TRUSTED_PROXY'],
    ['TLSCERTFILE', 'TLS_CERT_FILE'],
  ])('%s is told as a slip for %s', (written, meant) => {
    expect(mistakes({ [written]: 'x' })).toEqual([`${written} is not a setting; did you mean ${meant}?`]);
  });

  it.each([
    'SSL_CERT_FILE',
    'XDG_DATA_DIRS',
    'HOSTNAME',
    'POST',
    'PORTS',
    'LOG_LEVEL_DB',
    'npm_config_loglevel',
    'PATH',
  ])('%s is left alone', (name) => {
    expect(mistakes({ [name]: 'x' })).toEqual([]);
  });

  it('a neighbour is left alone once ours is set', () => {
    expect(mistakes({ LOGLEVEL: 'x', LOG_LEVEL: 'info' })).toEqual([]);
  });
});

describe('Trusted proxies', () => {
  it('are known by address and by network, IPv4 also in IPv6 clothes', () => {
    const isProxy = isWithin(['10.1.0.0/16', '192.168.0.7', 'fd00::/8']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.168.0.7', 'fd12::1']) {
      expect([address, isProxy(address)]).toEqual([address, true]);
    }
    for (const address of ['10.2.0.1', '192.168.0.8', '::1', 'unknown', '', undefined]) {
      expect([address, isProxy(address)]).toEqual([address, false]);
    }
  });
});
