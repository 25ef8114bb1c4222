import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What happens to a save on its way: it arrives, it is lost, its response is lost, or a status is
 * returned, by the server itself or by the page of a proxy.
 */
export type Fate = 'through' | 'request lost' | 'answer lost' | number | ProxyAlone | Problem

/** The status of a response by the proxy itself. */
type ProxyAlone = { proxy: number }

/** A problem response whose type distinguishes it from others with its status. */
type Problem = { status: number; type: string }

/** A network line between browsers and a server whose faults a test controls. */
export type Line = {
  url: string
  /** Its other end: a server, a proxy alone, or nothing while the server is down. */
  target: string | ProxyAlone | undefined
  /** What happens to each save, by its number from 0. */
  fate: (save: number) => Fate
  /** The saves that browsers sent, including lost ones. */
  saves: string[]
  /** The pages that they requested. */
  visits: string[]
  close(): void
}

export async function makeLine(): Promise<Line> {
  const server = createServer((asked, answer) => {
    if (asked.method === 'GET') line.visits.push(asked.url!)
    const fate = asked.method === 'PUT' ? line.fate(line.saves.push(asked.url!) - 1) : 'through'
    carry(line.target, fate, asked, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const line: Line = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: undefined,
    fate: () => 'through',
    saves: [],
    visits: [],
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return line
}

function carry(target: Line['target'], fate: Fate, asked: IncomingMessage, answer: ServerResponse) {
  const cut = () => answer.destroy()
  const answerAlone = ({ proxy }: ProxyAlone) => {
    asked.resume()
    answer.writeHead(proxy, { 'content-type': 'text/html' }).end('<h1>Not here</h1>')
  }
  const refuse = (status: number, problem: object) => {
    asked.resume()
    answer
      .writeHead(status, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify(problem))
  }
  if (typeof fate === 'number') return refuse(fate, {})
  if (fate === 'request lost' || !target) {
    asked.resume().on('end', cut)
    return
  }
  if (typeof fate === 'object')
    return 'proxy' in fate ? answerAlone(fate) : refuse(fate.status, fate)
  if (typeof target === 'object') return answerAlone(target)
  const { method, headers, url } = asked
  const carried = request(target + url, { method, headers }, (told) => {
    if (fate === 'answer lost') {
      told.resume().on('end', cut)
      return
    }
    answer.writeHead(told.statusCode!, told.headers)
    told.pipe(answer)
  })
  carried.on('error', cut)
  asked.pipe(carried)
}
