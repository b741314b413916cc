import type { Answer, Call } from '../http/call'

export type Parameters = Record<string, string>

export interface Route {
  method: string
  /** `:name` matches one part of the path. */
  path: string
  run(call: Call, parameters: Parameters): Promise<Answer> | Answer
}

/** The first route that fits; undefined when there is none. */
export function findRoute(routes: readonly Route[], call: Call): (() => Promise<Answer>) | undefined {
  for (const route of routes) {
    const parameters = route.method === call.entry.method ? matchPath(route.path, call.entry.path) : undefined
    if (parameters) return async () => route.run(call, parameters)
  }
  return undefined
}

function matchPath(pattern: string, path: string): Parameters | undefined {
  const wanted = pattern.split('/')
  const parts = path.split('/')
  if (wanted.length !== parts.length) return undefined
  const parameters: Parameters = {}
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (want.startsWith(':')) parameters[want.slice(1)] = decodeURIComponent(part)
    else if (want !== part) return undefined
  }
  return parameters
}
