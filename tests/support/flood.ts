import { visiting } from './visiting.ts'

type World = Parameters<typeof visiting>[0]

/** Sends answers from one kiosk page at the same instant; from the 21st on they look automatic. */
export async function floodKiosk(world: World, slug: string, answers = 24): Promise<void> {
  const { open, put } = visiting(world, slug)
  const page = await open('?via=kiosk')
  for (let nth = 0; nth < answers; nth++)
    await put(
      { ...page, id: page.id.slice(0, -12) + nth.toString(16).padStart(12, '0') },
      { score: nth % 5 },
      { answeredAt: world().clock.now, complete: true },
    )
}
