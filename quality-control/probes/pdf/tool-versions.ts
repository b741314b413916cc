import { toolVersion } from '../probe-version'
import type { ProbeInput } from '../probe-types'

type Tools = { name: string; version: string }[]

const asked = new Map<string, Promise<Tools>>()

/** The versions of the tools, requested once per process. */
export function toolVersions({ limits: { searchPath } }: ProbeInput): Promise<Tools> {
  const tools = asked.get(searchPath) ?? ask(searchPath)
  asked.set(searchPath, tools)
  tools.catch(() => asked.delete(searchPath))
  return tools
}

async function ask(searchPath: string): Promise<Tools> {
  const [qpdf, poppler] = await Promise.all([
    toolVersion('qpdf', ['--version'], searchPath),
    toolVersion('pdftoppm', ['-v'], searchPath),
  ])
  return [
    { name: 'qpdf', version: qpdf },
    { name: 'poppler', version: poppler },
  ]
}
