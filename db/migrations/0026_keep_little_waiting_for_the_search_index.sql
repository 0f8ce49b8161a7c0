ALTER INDEX "ticket_search_terms" SET (gin_pending_list_limit = 512);
