import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isPrivateUrl, isPublicAddress } from '../../app/webhooks/public-address.ts'
import { checkedLookup, NotAllowed, type Resolve } from './checked-address.ts'
import { post } from './post.ts'

const answering = (...addresses: string[]): Resolve => async () => addresses

describe('the addresses that a webhook may have', () => {
  it.each([
    ['public', '93.184.215.14', true],
    ['public, IPv6', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['loopback', '127.0.0.1', false],
    ['loopback, all of it', '127.255.255.254', false],
    ['loopback, IPv6', '::1', false],
    ['unspecified', '0.0.0.0', false],
    ['this network', '0.1.2.3', false],
    ['unspecified, IPv6', '::', false],
    ['private, 10/8', '10.0.0.1', false],
    ['private, 172.16/12', '172.31.255.255', false],
    ['beside private, 172.32', '172.32.0.1', true],
    ['private, 192.168/16', '192.168.1.1', false],
    ['link-local, where clouds answer with credentials', '169.254.169.254', false],
    ['link-local, IPv6', 'fe80::1', false],
    ['of carriers', '100.64.0.1', false],
    ['protocol assignments', '192.0.0.1', false],
    ['documentation', '192.0.2.1', false],
    ['documentation, IPv6', '2001:db8::1', false],
    ['benchmarks', '198.18.0.1', false],
    ['multicast', '224.0.0.1', false],
    ['multicast, IPv6', 'ff02::1', false],
    ['reserved', '240.0.0.1', false],
    ['broadcast', '255.255.255.255', false],
    ['unique local', 'fd00::1', false],
    ['mapped loopback', '::ffff:127.0.0.1', false],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1', false],
    ['mapped public', '::ffff:93.184.215.14', false],
    ['compatible loopback', '::127.0.0.1', false],
    ['compatible loopback in hexadecimal', '::7f00:1', false],
    ['compatible public', '::5db8:d70e', false],
    ['within a local network (ISATAP)', '2606:2800:21f:cb07:0:5efe:7f00:1', false],
    ['within a local network (ISATAP), of a public address', '2606:2800:21f:cb07:200:5efe:5db8:d70e', false],
    ['beside ISATAP', '2606:2800:21f:cb07:100:5efe:7f00:1', true],
    ['before what is handed out', '1fff:ffff::1', false],
    ['the first that is handed out', '2003::1', true],
    ['the last that is handed out', '3ffe:ffff::1', true],
    ['after what is handed out', '4000::1', false],
    ['not handed out', 'a000::1', false],
    ['discarded', '100::1', false],
    ['documentation, the newer', '3fff::1', false],
    ['translated (NAT64)', '64:ff9b::7f00:1', false],
    ['tunnelled (6to4)', '2002:7f00:1::', false],
    ['tunnelled (Teredo)', '2001::1', false],
    ['no address', 'localhost', false],
  ])('%s: %s → %s', async (_name, address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
    const found = checkedLookup('https://hooks.example/', false, answering('93.184.215.14', address))
    expect(await found.then(() => true, (error: unknown) => !(error instanceof NotAllowed))).toBe(expected)
  })

  it.each([
    ['https://hooks.example/', false], ['https://localhost/', true], ['https://portal.localhost:8080/', true], ['https://127.1/', true],
    ['https://0x7f.0.0.1/', true], ['https://2130706433/', true], ['https://[::1]/', true], ['https://[::ffff:10.0.0.1]/', true],
    ['https://93.184.215.14/', false], ['https://[fd00::1]:8443/', true], ['https://[::7f00:1]/', true], ['https://[4000::1]/', true],
  ])('%s says by itself that it is private: %s', async (url, expected) => {
    expect(isPrivateUrl(url)).toBe(expected)
  })

  it.each(['https://127.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/'])('%s is asked nobody for, and refused', async (url) => {
    await expect(checkedLookup(url, false, answering('93.184.215.14'))).rejects.toThrow(NotAllowed)
    await expect(checkedLookup(url, true, answering())).resolves.toBeTypeOf('function')
  })
})

describe('a message', () => {
  let server: Server | undefined
  afterEach(async () => {
    server?.closeAllConnections()
    await new Promise((done) => { (server ?? createServer().listen()).close(done) })
    server = undefined
  })
  const listen = async (listener: RequestListener) => {
    const opened = createServer(listener)
    server = opened
    await new Promise<void>((done) => { opened.listen(0, '127.0.0.1', done) })
    return (opened.address() as AddressInfo).port
  }
  const send = (port: number, changes: Partial<Parameters<typeof post>[0]> = {}, wait = 5_000, resolve = answering('127.0.0.1')) =>
    post({
      url: `http://hooks.example:${port}/in?of=us`, headers: { 'webhook-id': 'one' }, body: '{"a":"ü"}', isAnywhere: true,
      signal: new AbortController().signal, ...changes,
    }, wait, resolve)

  it('goes to the address that was checked, and is answered', async () => {
    let heard = {}
    const port = await listen((request, answer) => {
      let body = ''
      request.on('data', (part) => { body += String(part) }).on('end', () => {
        heard = { method: request.method, url: request.url, host: request.headers.host, id: request.headers['webhook-id'], body }
        answer.writeHead(202).end('thanks\u0000\u001b[1m')
      })
    })
    expect(await send(port)).toEqual({ fault: null, status: 202, response: 'thanks[1m' })
    expect(heard).toEqual({ method: 'POST', url: '/in?of=us', host: `hooks.example:${port}`, id: 'one', body: '{"a":"ü"}' })
  })

  it('goes nowhere when the name has a second answer (DNS rebinding)', async () => {
    let requests = 0
    const port = await listen((_, answer) => { requests += 1; answer.end() })
    let asked = 0
    // The first answer is checked; a second one, to whoever connects, would be loopback.
    const rebinding: Resolve = async () => [(asked += 1) === 1 ? '192.0.2.1' : '127.0.0.1']
    expect(await send(port, {}, 300, rebinding)).toMatchObject({ status: null })
    expect([asked, requests]).toEqual([1, 0])
    for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1']])
      expect(await send(port, { url: `https://hooks.example:${port}/`, isAnywhere: false }, 300, answering(...addresses)))
        .toEqual({ status: null, response: null, fault: 'not_allowed' })
    expect(await send(port, { isAnywhere: false }, 300, answering('93.184.215.14'))).toMatchObject({ fault: 'not_allowed' })
    expect(requests).toBe(0)
  })

  it.each([
    [204, null], [299, null], [301, 'redirected'], [307, 'redirected'], [400, 'answered'], [410, 'gone'], [500, 'answered'],
  ] as const)('answered with %i is %s, and follows nothing', async (status, fault) => {
    const port = await listen((_, answer) => answer.writeHead(status, { Location: `http://127.0.0.1:${port}/elsewhere` }).end())
    expect(await send(port)).toEqual({ fault, status, response: '' })
  })

  it('reads no more of an endless answer than it keeps', async () => {
    const port = await listen((_, answer) => {
      const more = () => { while (answer.write('x'.repeat(16_384)) && !answer.destroyed); }
      answer.on('drain', more)
      more()
    })
    expect((await send(port)).response).toBe('x'.repeat(2_000))
  })

  it.each([
    ['says nothing', 'no_answer', 0],
    ['ends the connection', 'broke_off', 1],
    ['is not there', 'unreachable', 2],
    ['speaks no TLS', 'not_secure', 3],
    ['has no name', 'unreachable', 4],
  ] as const)('to one that %s has the fault %s', async (_name, fault, which) => {
    const port = await listen((request) => { if (which === 1) request.socket.destroy() })
    const url = [undefined, undefined, 'http://hooks.example:1/', `https://hooks.example:${port}/`][which]
    const outcome = await send(port, url === undefined ? {} : { url }, which === 0 ? 300 : 30_000, which === 4 ? answering() : undefined)
    expect(outcome).toMatchObject({ status: null, fault })
  })
})
