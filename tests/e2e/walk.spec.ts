import { mainWay } from '../faults/screens/mainWay.ts'
import { openPeople } from '../faults/screens/people.ts'
import { WIDGET } from '../support/reception.ts'
import { test } from './support/test.ts'

test('R-02-002 from a full desk to the rating, in three browsers; the server dies while the rating is on its way', async () => {
  const viewport = { width: 1440, height: 900 }
  const people = await openPeople(null, { language: 'en', theme: 'light', viewport })
  try {
    const customer = await people.customer(WIDGET)
    for (const { name, prepare, kept, act, told, seen } of mainWay(people, customer)) {
      await prepare()
      if (name === 'rating') {
        await people.kill()
        await kept()
        await act()
        await told()
        await people.start()
        await kept()
      }
      await act()
      await seen()
    }
  } finally {
    await people.close()
  }
})
