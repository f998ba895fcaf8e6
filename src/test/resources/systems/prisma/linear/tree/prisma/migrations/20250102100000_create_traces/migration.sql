-- CreateTable
CREATE TABLE "Trace" (
    "id" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,

    CONSTRAINT "Trace_pkey" PRIMARY KEY ("id")
);
