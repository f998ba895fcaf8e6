-- CreateTable
CREATE TABLE "Span" (
    "id" TEXT NOT NULL,

    CONSTRAINT "Span_pkey" PRIMARY KEY ("id")
);
