import { BoxJwtAuth } from 'box-node-sdk/box'
import type { NetworkSession } from 'box-node-sdk/networking'
import type { AccessToken } from 'box-node-sdk/schemas'

/** Asks for one token at a time: the SDK would ask once per running call when the token expires. */
export class SharedTokenAuth extends BoxJwtAuth {
  private pending: Promise<AccessToken> | undefined

  override refreshToken(session?: NetworkSession): Promise<AccessToken> {
    this.pending ??= super.refreshToken(session).finally(() => {
      this.pending = undefined
    })
    return this.pending
  }
}
