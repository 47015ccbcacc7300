// Before all tests: what the page imports as `#viewer` is bundled.
import { buildViewer } from '../../scripts/viewer.ts'

export default async function setUp() {
  await buildViewer()
}
