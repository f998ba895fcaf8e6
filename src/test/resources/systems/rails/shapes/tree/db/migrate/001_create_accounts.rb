class CreateAccounts < ActiveRecord::Migration[6.1]
  def change
    create_table :accounts
  end
end
