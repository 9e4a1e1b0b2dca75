import { z } from 'zod';

/** What the points of the map stand for. */
export const MAP_LAYERS = ['positions', 'money', 'nationalities'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** State of the page in its address. What is malformed is left out. */
export const performanceSearch = z.object({ map: z.enum(MAP_LAYERS).default('positions').catch('positions') });
