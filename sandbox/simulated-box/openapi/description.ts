import { readFile } from 'node:fs/promises'
import { isObject } from '../http/json'
import type { JsonObject } from '../http/json'

/** What Box's OpenAPI description says about one operation's answers. */
export interface Operation {
  /** As in the description: `/files/{file_id}`. */
  path: string
  responses: JsonObject
}

/** Box's OpenAPI 3.0 description, read from a file outside the repository. */
export class OpenApiDescription {
  private readonly patterns: { template: string; pattern: RegExp; item: JsonObject }[]

  private constructor(readonly root: JsonObject) {
    this.patterns = Object.entries(objectIn(root, 'paths')).flatMap(([template, item]) => {
      // Variants after `#` describe the same route for another use.
      return isObject(item) && !template.includes('#')
        ? [{ template, pattern: pathPattern(template), item }]
        : []
    })
    // `/files/content` before `/files/{file_id}`: the path with fewer parameters is meant.
    this.patterns.sort((one, other) => variables(one.template) - variables(other.template))
  }

  static async read(path: string): Promise<OpenApiDescription> {
    const root: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (!isObject(root) || typeof root.openapi !== 'string')
      throw new Error(`${path}: expected an OpenAPI description, got another JSON`)
    return new OpenApiDescription(root)
  }

  /** `path` is the request's, with or without the `/2.0` that is part of the servers' addresses. */
  operation(method: string, path: string): Operation | undefined {
    const bare = path.replace(/^\/2\.0(?=\/)/, '')
    for (const { template, pattern, item } of this.patterns) {
      const operation = item[method.toLowerCase()]
      if (pattern.test(bare) && isObject(operation))
        return { path: template, responses: objectIn(operation, 'responses') }
    }
    return undefined
  }

  schemas(): JsonObject {
    return objectIn(objectIn(this.root, 'components'), 'schemas')
  }
}

function objectIn(parent: JsonObject, name: string): JsonObject {
  const value = parent[name]
  if (!isObject(value)) throw new Error(`OpenAPI description: expected an object at ${name}`)
  return value
}

function pathPattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)
}

function variables(template: string): number {
  return template.split('{').length
}
