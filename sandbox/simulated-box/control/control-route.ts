import type Koa from 'koa'

import type { JsonObject } from '../http/json'

/** What a control handler gets; it returns what is sent as JSON. */
export interface ControlCall {
  ctx: Koa.Context
  body: JsonObject
  query: Record<string, string>
  parameters: Record<string, string>
}

export interface ControlRoute {
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  run(call: ControlCall): unknown
}
