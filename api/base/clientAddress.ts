import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { isIPv4, isIPv6 } from 'node:net'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/**
 * Returns the client's address for limits: an IPv4 address, or the /64 network of an IPv6 address, such
 * as `2001:db8:1:2`. Behind `trustProxy` proxies it is the one that the outermost of them reports, or
 * the socket's if that is unreadable. Empty without a socket.
 */
export function addressOf(context: Context, { trustProxy }: Config): string {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  if (!incoming) return ''
  const forwarded = trustProxy ? incoming.headers['x-forwarded-for'] : undefined
  return (
    (forwarded && readAddress(hopBefore(String(forwarded), trustProxy))) ||
    readAddress(incoming.socket.remoteAddress ?? '')
  )
}

/** Warns once if requests seem to come through a proxy that the settings don't mention. */
export function warnOfUnknownProxy({ trustProxy }: Config, log: Log): MiddlewareHandler {
  let warned = trustProxy > 0
  return (context, next) => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
    if (!warned && incoming?.headers['x-forwarded-for']) {
      warned = true
      log.warn(
        'A request came with X-Forwarded-For, which is ignored as TRUST_PROXY is not set. Behind a proxy, set TRUST_PROXY to the number of proxies (1 for one), or all customers count as one address.',
      )
    }
    return next()
  }
}

/**
 * Returns the entry of the outermost trusted proxy. Each proxy appends its client; earlier entries can
 * be forged.
 */
function hopBefore(forwarded: string, proxies: number): string {
  const hops = forwarded.split(',').filter((hop) => hop.trim())
  return hops[Math.max(0, hops.length - proxies)] ?? ''
}

/** Formats in which proxies write an address: alone, with a port, in brackets, quoted, with a zone. */
const WRITTEN = /^"?(?:\[([^\]]*)\](?::\d*)?|([\d.]+):\d*|([^"]*))"?$/

function readAddress(text: string): string {
  const [, bracketed, beforePort, alone] = WRITTEN.exec(text.trim()) ?? []
  const [address = ''] = (bracketed ?? beforePort ?? alone ?? '').trim().split('%')
  if (isIPv4(address)) return address
  return isIPv6(address) ? networkOf(address) : ''
}

/** Reduces an address to the network that its owner controls: the /64 of an IPv6 address. */
function networkOf(address: string): string {
  const groups = groupsOf(address)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (!mapped)
    return groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

function groupsOf(address: string): number[] {
  // The URL parser writes a trailing IPv4 address as two groups.
  const [before, after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [start, end] = [before, after].map((part) => (part ? part.split(':') : []))
  const zeros = Array<string>(8 - start!.length - end!.length).fill('0')
  return [...start!, ...(after === undefined ? [] : zeros), ...end!].map((group) =>
    parseInt(group, 16),
  )
}
