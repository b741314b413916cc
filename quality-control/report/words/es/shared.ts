import type { Says } from '../translations'

export const shared: Says = {}
