/**
 * Hours of lessons and clubs in all chats against the program in a process of its own, and what of it grows meanwhile. The chats
 * are the stand-ins of the adapters' tests; the program, its SDKs, its pages and its database are the real ones.
 */
package org.lessonbot.benchmarks.soak;
