import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

export interface Posted {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver of webhooks on this host. `answer` gets the number of the post, from 1. */
export async function startPostReceiver(answer: (count: number) => { status: number; location?: string }) {
  const posts: Posted[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, body })
      const { status, location } = answer(posts.length)
      response.writeHead(status, location === undefined ? {} : { location }).end('what a receiver says')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { address: `http://127.0.0.1:${port}`, posts, stop }
}

export interface Mail {
  from: string
  to: string[]
  /** As sent, with all headers. */
  content: string
}

/** The smallest mail server: takes what it gets, or refuses every recipient. */
export async function startMailServer(isRefusing = false) {
  const mails: Mail[] = []
  const server = createTcpServer((socket) => {
    let mail: Mail = { from: '', to: [], content: '' }
    let isData = false
    let text = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (isData) {
        if (line !== '.') mail.content += `${line}\n`
        else {
          isData = false
          mails.push(mail)
          mail = { from: '', to: [], content: '' }
          say('250 taken')
        }
        return
      }
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? []
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'MAIL') mail.from = address
      if (verb === 'RCPT') mail.to.push(address)
      if (verb === 'DATA') isData = true
      if (verb === 'RCPT' && isRefusing) say('550 no such mailbox')
      else say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok')
    }
    socket.setEncoding('utf8')
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer | string) => {
      text += chunk.toString()
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        hear(line)
      }
    })
    say('220 mail.test')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { smtpUrl: `smtp://127.0.0.1:${port}`, mails, stop: () => new Promise((end) => server.close(end)) }
}
