import { seldomWhileFine } from '../../../activities/worker/seldom-while-fine'

test('what is fine is asked again after the pause, and a problem at every call', async () => {
  let [clock, asked, answer] = [0, 0, undefined as string | undefined]
  const ask = async () => {
    asked += 1
    return answer
  }
  const problem = seldomWhileFine(ask, 60_000, () => clock)
  expect([await problem(), await problem(), asked]).toEqual([undefined, undefined, 1])
  answer = 'QcScore is missing'
  clock = 59_999
  expect(await problem()).toBeUndefined()
  clock = 60_000
  expect([await problem(), await problem(), asked]).toEqual([answer, answer, 3])
  answer = undefined
  expect([await problem(), await problem(), asked]).toEqual([undefined, undefined, 4])
})
