/**
 * The simulated Box: an implementation of the part of Box that the product uses. The product cannot
 * distinguish it from Box. It imports nothing of the product and listens on loopback only.
 *
 * ```ts
 * const deliveryMap = { 'https://gateway.sandbox.example': 'http://127.0.0.1:8080' }
 * const box = await startSimulatedBox({ deliveryMap })
 * const { folders, users } = await box.control.seed({ … }) // what Box contains
 * const hold = await box.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'after' }) // a pause point
 * … // box.apiUrl, box.uploadUrl and box.oauthUrl are for the SDK's BaseUrls
 * await box.stop()
 * ```
 *
 * Tests change it through its control API, which has its own port:
 * `control-client.ts` lists the calls and their shapes. `main.ts` runs it as a process.
 */
import Koa from 'koa'
import { ControlClient } from './control-client'
import { controlRoutes } from './control/control-routes'
import { apiOrigin, uploadOrigin } from './http/origins'
import { listen } from './http/listen'
import type { Listening } from './http/listen'
import { serveCall } from './http/serve-call'
import { serveDownload } from './http/serve-download'
import type { SimulatedBoxOptions } from './options'
import { pageRoutes } from './page/page-routes'
import { openState } from './state/open-state'
import { createContext } from './context'
import type { SimulatedBoxContext } from './context'

export { boxRateLimits } from './http/rate-limits'
export { ControlClient } from './control-client'
export type { SimulatedBoxOptions } from './options'

export interface SimulatedBoxAddresses {
  /** The three are for box-node-sdk's BaseUrls; `/2.0/…` is added by the SDK. */
  apiUrl: string
  uploadUrl: string
  oauthUrl: string
  downloadUrl: string
  /** The small web page for people. */
  pageUrl: string
  controlUrl: string
  /** In the form that Box's console exports; readable by the owner only. */
  jwtConfigFile: string
  /** Webhook signature keys of the app. */
  primaryKey: string
  secondaryKey: string
  enterpriseId: string
  appId: string
  /** The user that the app acts as. */
  serviceAccountId: string
  /** Owner of everything that is seeded. */
  adminId: string
}

export interface SimulatedBox extends SimulatedBoxAddresses {
  control: ControlClient
  stop: () => Promise<void>
}

export async function startSimulatedBox(options: SimulatedBoxOptions = {}): Promise<SimulatedBox> {
  const state = await openState(options)
  const context = createContext(state, options)
  const listening = await openOrigins(context, options.ports ?? {})
  context.deliveries.resume()
  return {
    ...addressesOf(context),
    control: new ControlClient(context.addresses.controlUrl),
    async stop() {
      context.faults.clear()
      await context.deliveries.stop()
      await Promise.all(listening.map((one) => one.stop()))
      await context.capture.flushed()
      await state.close()
    },
  }
}

async function openOrigins(
  context: SimulatedBoxContext,
  ports: NonNullable<SimulatedBoxOptions['ports']>,
): Promise<Listening[]> {
  const [toApi, toUpload] = [apiOrigin(context), uploadOrigin(context)]
  const api = await listen(
    origin((ctx) => serveCall(context, toApi, ctx)),
    ports.api ?? 0,
  )
  const upload = await listen(
    origin((ctx) => serveCall(context, toUpload, ctx)),
    ports.upload ?? 0,
  )
  const download = await listen(
    origin((ctx) => serveDownload(context, ctx)),
    ports.download ?? 0,
  )
  const control = await listen(controlRoutes(context), ports.control ?? 0)
  const page = await listen(pageRoutes(context), ports.page ?? 0)
  context.addresses = {
    pageUrl: page.url,
    apiUrl: api.url,
    uploadUrl: `${upload.url}/api`,
    downloadUrl: download.url,
    controlUrl: control.url,
  }
  return [api, upload, download, control, page]
}

function origin(serve: (ctx: Koa.Context) => Promise<void>): Koa {
  const app = new Koa()
  // A client that disconnects during its body is not an error of the simulator.
  app.silent = true
  app.use(serve)
  return app
}

function addressesOf(context: SimulatedBoxContext): SimulatedBoxAddresses {
  const { app, admin } = context.state
  const { apiUrl, uploadUrl, downloadUrl, pageUrl, controlUrl } = context.addresses
  return {
    ...{ apiUrl, uploadUrl, oauthUrl: `${apiUrl}/oauth2`, downloadUrl, pageUrl, controlUrl },
    ...{ jwtConfigFile: app.jwtConfigFile, primaryKey: app.primaryKey, secondaryKey: app.secondaryKey },
    ...{
      enterpriseId: context.store.enterpriseId,
      appId: app.id,
      serviceAccountId: app.serviceAccountId,
      adminId: admin.id,
    },
  }
}
