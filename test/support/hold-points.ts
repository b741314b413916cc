import type { ControlClient, HoldHandle } from '../../sandbox/simulated-box/control-client'
import type { Asset } from './asset'

type HoldOrder = Parameters<ControlClient['hold']>[0]

export interface HeldAsset {
  asset: Asset
  hold: HoldHandle
}

/** A point at which Box stops the run of a file. */
export type HoldPoint = (asset: Asset) => HoldOrder

export const downloadOf = ({ fileId }: Asset): HoldOrder => ({ origin: 'download', fileId, at: 'before' })
export const reportOf = ({ client }: Asset): HoldOrder => ({
  method: 'POST',
  path: '/2.0/files/content',
  parentId: client.reports,
  at: 'after',
})
export const moveOf = ({ fileId }: Asset): HoldOrder => ({
  method: 'PUT',
  path: `/2.0/files/${fileId}`,
  at: 'before',
})
export const movedOf = ({ fileId }: Asset): HoldOrder => ({
  method: 'PUT',
  path: `/2.0/files/${fileId}`,
  at: 'after',
})
