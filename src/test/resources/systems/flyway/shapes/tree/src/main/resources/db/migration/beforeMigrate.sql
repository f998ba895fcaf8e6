select '${flyway:timestamp}';
