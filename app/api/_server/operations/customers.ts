import "server-only";
import {
  CustomersQuery,
  customerIdOf,
  FileQuery,
  listApiCompanies,
  listApiCustomerEvents,
  listApiCustomers,
  listApiOrders,
  readApiCompany,
  readApiCustomer,
} from "#lib/reads/api/customers.ts";
import { CompanyInput, CustomerInput } from "#lib/services/customers/customer-input.ts";
import { putCompany } from "#lib/services/customers/put-company.ts";
import { putCustomer } from "#lib/services/customers/put-customer.ts";
import { operation } from "../operation.ts";

export const listCustomers = operation({
  method: "GET",
  path: "/api/v1/customers",
  summary: "Customers, newest first.",
  query: CustomersQuery,
  run: (ctx, { query }) => listApiCustomers(ctx, query),
});

export const getCustomer = operation({
  method: "GET",
  path: "/api/v1/customers/{externalId}",
  summary: "One customer, by your id or ours, with their newest orders and events.",
  run: (ctx, { params }) => readApiCustomer(ctx, params.externalId!),
});

export const putOneCustomer = operation({
  method: "PUT",
  path: "/api/v1/customers/{externalId}",
  summary:
    "What your system knows about a customer. Fields left out stay; orders and events are added or brought up to date. An address or order of another customer answers 409.",
  body: CustomerInput,
  async run(ctx, { params, body }) {
    const { customerId } = await putCustomer(ctx, params.externalId!, body);
    return readApiCustomer(ctx, customerId);
  },
});

export const listOrders = operation({
  method: "GET",
  path: "/api/v1/customers/{externalId}/orders",
  summary: "A customer's orders, newest first.",
  query: FileQuery,
  run: async (ctx, { params, query }) =>
    listApiOrders(ctx, await customerIdOf(ctx, params.externalId!), query),
});

export const listCustomerEvents = operation({
  method: "GET",
  path: "/api/v1/customers/{externalId}/events",
  summary: "What a customer did elsewhere, newest first.",
  query: FileQuery,
  run: async (ctx, { params, query }) =>
    listApiCustomerEvents(ctx, await customerIdOf(ctx, params.externalId!), query),
});

export const listCompanies = operation({
  method: "GET",
  path: "/api/v1/companies",
  summary: "Companies, newest first.",
  query: FileQuery,
  run: (ctx, { query }) => listApiCompanies(ctx, query),
});

export const getCompany = operation({
  method: "GET",
  path: "/api/v1/companies/{externalId}",
  summary: "One company, by your id or ours.",
  run: (ctx, { params }) => readApiCompany(ctx, params.externalId!),
});

export const putOneCompany = operation({
  method: "PUT",
  path: "/api/v1/companies/{externalId}",
  summary: "A company under your id.",
  body: CompanyInput,
  async run(ctx, { params, body }) {
    const { companyId } = await putCompany(ctx, params.externalId!, body);
    return readApiCompany(ctx, companyId);
  },
});
