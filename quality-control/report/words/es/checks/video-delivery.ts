import type { Translations } from '../../translations'

export const videoDelivery: Translations['checks'] = {}
