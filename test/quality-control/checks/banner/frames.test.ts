import type { BannerRendering } from '../../../../quality-control/facts/rendering'
import { playsAlone } from '../../../support/banner-rendering'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail, notApplicable } = rowsOf((changes: Partial<BannerRendering> | string) => ({
  rendering: typeof changes === 'string' ? { notRendered: changes } : { ...playsAlone, ...changes },
}))
const library = { to: 'https://code.createjs.com/1.0.0/createjs.min.js', isCode: true }

describeCheck('banner/frames', [
  pass('content from the first to the last frame', {}),
  fail('blank at its end', { isLastBlank: true }, { saying: 'blank after 30 s' }),
  fail('blank all the time: told once', { isFirstBlank: true, isLastBlank: true }, { saying: /^[^\n]*\n?$/ }),
  warn('blank at first', { isFirstBlank: true }, { saying: 'when it has loaded' }),
  warn('moving for ever', { isMoving: true }, { saying: 'still moves after 30 s' }),
  pass(
    'moving for ever, as the profile accepts',
    { isMoving: true },
    { settings: { isEndlessAccepted: true } },
  ),
  fail(
    'an error',
    { errors: ['TypeError: a is null'] },
    { saying: 'A script stops with an error: TypeError' },
  ),
  notApplicable(
    'blank without its library',
    { isLastBlank: true, calls: [library] },
    { saying: 'createjs.min' },
  ),
  pass('content without its library', { calls: [library] }),
  fail('blank without a pixel of a tracker', {
    ...{ isLastBlank: true, calls: [{ to: 'https://t.example/p.gif', isCode: false }] },
  }),
  notApplicable('no browser', 'this host has no Chromium', {
    saying: 'not rendered: this host has no Chromium',
  }),
])
