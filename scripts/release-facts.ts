// `npx node scripts/release-facts.ts`: records what the Claude Code that release.ts names says of itself: the schema of its settings,
// its prices of models, its tools and levels of effort; it runs on an emulated Bedrock.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { KNOWN_TOOLS } from '../src/claude/release-facts.ts'
import {
  askNames,
  askPrices,
  askSettingsSchema,
  modelPricesModule,
  namesModule,
  settingsSchemaModule,
} from '../test/support/release-facts.ts'
import { root } from '../test/support/runner.ts'

writeFileSync(join(root, 'src/claude/settings-schema.ts'), settingsSchemaModule(await askSettingsSchema()))
writeFileSync(join(root, 'src/claude/model-prices.ts'), modelPricesModule(await askPrices()))
writeFileSync(join(root, 'src/claude/release-facts.ts'), namesModule(await askNames(KNOWN_TOOLS)))
