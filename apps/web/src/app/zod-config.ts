import { config } from 'zod';

// zod would try to compile its checks with `new Function`, which the page's security policy forbids.
config({ jitless: true });
